// Countdown of every own talk until the silence limit takes the case back, and the warning when little time is left.

import { CONSOLE } from "./console-path.js";

const WARN_SECONDS = 120;

export class Countdown {
  // `root` holds rows with data-left, the seconds that were left when the server wrote them; `here` is the case on the page.
  constructor(root, alertSound, here = "") {
    Object.assign(this, { root, alertSound, here, ends: new Map(), warned: new Set() });
    this.strip = document.getElementById("last-call");
    this.read();
    setInterval(() => this.show(), 1000);
  }

  // Take over what the server has just written.
  read(fresh = this.root) {
    this.ends.clear();
    for (const row of fresh.querySelectorAll("[data-left]")) this.ends.set(row.dataset.code, performance.now() + 1000 * row.dataset.left);
    this.show();
  }

  clear() {
    this.ends.clear();
    this.show();
  }

  show() {
    for (const row of this.root.querySelectorAll("[data-code]")) {
      const [mark, seconds] = [row.querySelector(".left"), this.left(row.dataset.code)];
      if (!mark) continue;
      mark.textContent = seconds === null ? "" : format(seconds);
      mark.classList.toggle("soon", seconds !== null && seconds <= WARN_SECONDS);
    }
    this.warn();
  }

  left(code) {
    return this.ends.has(code) ? Math.max(0, Math.ceil((this.ends.get(code) - performance.now()) / 1000)) : null;
  }

  // Name the cases that are about to be lost. The words change only when the cases do: a screen reader says them each time.
  warn() {
    const soon = [...this.ends.keys()].filter((code) => this.left(code) <= WARN_SECONDS);
    const news = soon.filter((code) => !this.warned.has(code));
    this.warned = new Set(soon);
    if (news.length) this.alertSound.alert("urgent", "Little time left to reply");
    if (this.strip.dataset.codes === soon.join()) return;
    this.strip.dataset.codes = soon.join();
    this.strip.hidden = !soon.length;
    this.strip.replaceChildren(...(soon.length ? ["Less than 2 minutes left to reply: "] : []), ...soon.flatMap((code, at) => [at ? ", " : "", this.name(code)]));
    if (soon.length) this.strip.append(soon.length > 1 ? ". Then they go back to the queue." : ". Then it goes back to the queue.");
  }

  name(code) {
    if (code === this.here) return "this case";
    return Object.assign(document.createElement("a"), { href: `${CONSOLE}/${code}`, textContent: code });
  }
}

function format(seconds) {
  if (seconds > WARN_SECONDS) return `${Math.ceil(seconds / 60)} min left`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`;
}
