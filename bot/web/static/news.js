// News of a page: asked for every three seconds, and fitted into what stands there, so that focus, what is being typed
// and where one reads all stay. The server has escaped whatever anybody wrote; it is parsed as a page, never run.

const EVERY_MS = 3000;

// The first element of a piece of a page.
export function parse(html) {
  return new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
}

// Make `old` look like `fresh` with as little change as can be. What is marked data-own belongs to the page's script.
export function fit(old, fresh) {
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName) {
    old.replaceWith(document.adoptNode(fresh));
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  if (old.hasAttribute("data-own") && fresh.hasAttribute("data-own")) return;
  fitAttributes(old, fresh);
  if (old.nodeName === "TEXTAREA") return; // somebody may be writing in it
  const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
  after.forEach((node, at) => (at < before.length ? fit(before[at], node) : old.append(document.adoptNode(node))));
  before.slice(after.length).forEach((node) => node.remove());
}

function fitAttributes(old, fresh) {
  for (const { name, value } of [...fresh.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) {
    const ours = name === "open" && old.nodeName === "DETAILS"; // what was unfolded stays so
    if (!ours && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
}

// Asks by itself. `show` gets the fresh element; `clear` is called when this page may no longer be seen.
export class News {
  constructor(live, show, clear) {
    Object.assign(this, { road: live.dataset.live, show, clear, mark: "", over: false, missed: 0, asking: null, next: null });
    this.strip = document.getElementById("trouble");
  }

  // Ask now, one question at a time. What is on its way knows nothing of what has just happened: who wants to know
  // meanwhile waits for one more, and all of them for the same.
  ask() {
    if (!this.asking) return (this.asking = this.askOnce().finally(() => (this.asking = null)));
    this.next ??= this.asking.then(() => {
      this.next = null;
      return this.ask();
    });
    return this.next;
  }

  async askOnce() {
    if (this.over) return;
    try {
      const answer = await fetch(this.road, { headers: this.mark ? { "If-None-Match": this.mark } : {} });
      if (answer.status === 401) return this.end("You've been signed out.", "Sign in to keep going");
      if (answer.status === 403 || answer.status === 404) return this.end("You no longer have access to this page.");
      if (answer.status !== 304 && !answer.ok) throw new Error(String(answer.status));
      if (answer.status !== 304) {
        this.show(parse(await answer.text()));
        this.mark = answer.headers.get("ETag") ?? "";
      }
      this.missed = 0;
      this.say("");
    } catch {
      this.missed += 1;
      if (this.missed > 1) this.say("We can't reach the server. Still trying.");
    }
  }

  async follow() {
    while (!this.over) {
      await new Promise((done) => setTimeout(done, EVERY_MS));
      await this.ask();
    }
  }

  say(words, link = "") {
    if (this.strip.dataset.words === words) return;
    this.strip.dataset.words = words;
    this.strip.hidden = !words;
    this.strip.textContent = words;
    if (link) {
      const way = document.createElement("a");
      way.href = this.strip.dataset.login;
      way.textContent = link;
      this.strip.append(" ", way);
    }
  }

  end(words, link = "") {
    this.over = true;
    this.clear();
    this.say(words, link);
  }
}
