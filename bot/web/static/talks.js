// My talks beside a case: polls for what is unread and whose turn it is, marks as read what the page has shown, and
// counts the unread texts of all talks in the tab's title.

import { CONSOLE } from "./console-path.js";
import { Countdown } from "./countdown.js";
import { heed } from "./lock.js";
import { Poller, patch } from "./news.js";

export class Talks {
  constructor(live, alertSound) {
    Object.assign(this, { live, alertSound, read: 0, plainTitle: document.title });
    this.list = document.getElementById("mine");
    this.unread = this.others();
    this.countdown = new Countdown(this.list, alertSound, this.code);
    this.poller = new Poller(this.list, (fresh) => this.show(fresh), () => this.clear());
    this.list.addEventListener("click", (event) => {
      const fold = event.target.closest(".fold");
      if (fold) fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") !== "true"));
    });
    document.addEventListener("visibilitychange", () => this.markRead());
    this.mark();
    this.reveal();
    this.markRead();
    this.poller.start();
  }

  get code() {
    return this.live.dataset.code;
  }

  // Another case is on the page, of which this is the title.
  changed(title) {
    Object.assign(this, { read: 0, plainTitle: title });
    this.countdown.here = this.code;
    this.mark();
    this.reveal();
    this.unread = this.others();
    this.countdown.read();
    this.markRead();
    if (this.poller.stopped) this.poller.restart();
  }

  links() {
    return [...this.list.querySelectorAll("#mine-list a")];
  }

  show(fresh) {
    const here = fresh.querySelector(`[data-code="${this.code}"] a, [data-waits="${this.code}"] a`);
    here?.setAttribute("aria-current", "page"); // before the patch, so that nothing flickers
    patch(this.list, fresh);
    this.mark();
    this.countdown.read();
    const unread = this.others();
    if (unread > this.unread) this.alertSound.alert("text", "New message in a case");
    this.unread = unread;
  }

  // Mark the talk on the page, and count in the title.
  mark() {
    for (const link of this.list.querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
    this.list.querySelector(`[data-code="${this.code}"] a, [data-waits="${this.code}"] a`)?.setAttribute("aria-current", "page");
    const count = Number(this.list.dataset.unread);
    document.title = count ? `(${count}) ${this.plainTitle}` : this.plainTitle;
  }

  // Scroll a long list to the talk on the page, and nothing else.
  reveal() {
    const row = this.list.querySelector("[aria-current]");
    if (row) row.closest("ul").scrollTop = row.offsetTop - row.closest("ul").offsetTop - 60;
  }

  // How many texts are unread in the other talks; the page itself announces its own.
  others() {
    const rows = [...this.list.querySelectorAll(".mine-row[data-unread]")].filter((row) => row.dataset.code !== this.code);
    return rows.reduce((sum, row) => sum + Number(row.dataset.unread), 0);
  }

  // Tell the server what has been shown, unless nobody can see the page.
  async markRead() {
    const entries = Number(this.live.dataset.entries);
    if (document.hidden || !("mine" in this.live.dataset) || entries <= this.read) return;
    const before = this.read;
    this.read = entries;
    try {
      const body = new URLSearchParams({ entries, mark: document.querySelector("[name=mark]").value });
      const answer = heed(await fetch(`${CONSOLE}/${this.code}/read`, { method: "POST", body, redirect: "manual" }));
      if (!answer.ok) throw new Error(String(answer.status));
      await this.poller.poll();
    } catch {
      this.read = before; // with the next news again
    }
  }

  clear() {
    this.countdown.clear();
    this.list.hidden = true;
    this.list.replaceChildren();
    document.title = this.plainTitle;
  }
}
