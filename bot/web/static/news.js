// Polling of a page every three seconds, and a patch of the DOM that keeps focus, typed text and scroll position.
// The server has escaped everything that people wrote; the answer is parsed as a document, and no script in it runs.

const POLL_MS = 3000;

// Return the first element of an HTML fragment.
export function parse(html) {
  return new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
}

// Make `old` equal to `fresh` with as few changes as possible. An element with data-own belongs to the page's script.
export function patch(old, fresh) {
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName) {
    old.replaceWith(document.adoptNode(fresh));
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  if (old.hasAttribute("data-own") && fresh.hasAttribute("data-own")) return;
  patchAttributes(old, fresh);
  if (old.nodeName === "TEXTAREA") return; // the user may be typing in it
  const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
  after.forEach((node, at) => (at < before.length ? patch(before[at], node) : old.append(document.adoptNode(node))));
  before.slice(after.length).forEach((node) => node.remove());
}

function patchAttributes(old, fresh) {
  for (const { name, value } of [...fresh.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) {
    const keepOpen = name === "open" && old.nodeName === "DETAILS"; // what is open stays open
    if (!keepOpen && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
}

// Poller of the element `live`. `show` gets the fetched element; `clear` is called when the page may no longer be seen.
export class Poller {
  constructor(live, show, clear) {
    Object.assign(this, { url: live.dataset.live, show, clear, etag: "", stopped: false, failures: 0, inFlight: null, queued: null });
    this.banner = document.getElementById("trouble");
  }

  // Poll now, one request at a time. A request in flight may miss what has just happened, so calls during it share
  // one follow-up request.
  poll() {
    if (!this.inFlight) return (this.inFlight = this.pollOnce().finally(() => (this.inFlight = null)));
    this.queued ??= this.inFlight.then(() => {
      this.queued = null;
      return this.poll();
    });
    return this.queued;
  }

  async pollOnce() {
    if (this.stopped) return;
    try {
      const answer = await fetch(this.url, { headers: this.etag ? { "If-None-Match": this.etag } : {} });
      if (answer.status === 401) return this.stop("You've been signed out.", "Sign in to keep going");
      if (answer.status === 403 || answer.status === 404) return this.stop("You no longer have access to this page.");
      if (answer.status !== 304 && !answer.ok) throw new Error(String(answer.status));
      if (answer.status !== 304) {
        this.show(parse(await answer.text()));
        this.etag = answer.headers.get("ETag") ?? "";
      }
      this.failures = 0;
      this.showStatus("");
    } catch {
      this.failures += 1;
      if (this.failures > 1) this.showStatus("We can't reach the server. Still trying.");
    }
  }

  async start() {
    while (!this.stopped) {
      await new Promise((done) => setTimeout(done, POLL_MS));
      await this.poll();
    }
  }

  showStatus(words, link = "") {
    if (this.banner.dataset.words === words) return;
    this.banner.dataset.words = words;
    this.banner.hidden = !words;
    this.banner.textContent = words;
    if (link) {
      const anchor = document.createElement("a");
      anchor.href = this.banner.dataset.login;
      anchor.textContent = link;
      this.banner.append(" ", anchor);
    }
  }

  stop(words, link = "") {
    this.stopped = true;
    this.clear();
    this.showStatus(words, link);
  }
}
