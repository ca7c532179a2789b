// Polling of a page, and a patch of the DOM that keeps focus, typed text and scroll position. A page asks every three
// seconds, or at once when the stream tells of a change, and then only now and then besides.
// The server has escaped everything that people wrote; the answer is parsed as a document, and no script in it runs.

import { heed, isLocked, onUnlock } from "./lock.js";
import { isStreaming, listen } from "./stream.js";

const POLL_MS = 3000;
const SLOW_MS = 30_000;
const CASE_GAP_MS = 300; // between two requests for the case on the page that news brings about
const SPREAD_MS = 250; // over which the pages of a team ask when the lists change

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
  if ("same" in fresh.dataset && old.dataset.hash === fresh.dataset.hash) return; // it was not sent again
  patchAttributes(old, fresh);
  if (old.nodeName !== "TEXTAREA") patchChildren(old, fresh); // the user may be typing in a textarea
}

// The hashes of the parts that the page holds, for the server, which leaves out what has not changed.
const heldIn = (live) => [...live.querySelectorAll("[data-hash]:not([data-same])")].map((part) => part.dataset.hash).join(" ");

const keyOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.id || node.dataset.key || "" : "");

// Children with an id or a data-key stay the same elements, whatever comes or goes before them: what is typed in them, and
// the focus, stay too. All others are matched by their place.
function patchChildren(old, fresh) {
  const wanted = [...fresh.childNodes];
  const later = new Set(wanted.map(keyOf).filter(Boolean));
  let at = old.firstChild;
  const take = () => {
    const node = at;
    at = at.nextSibling;
    return node;
  };
  for (const node of wanted) {
    const key = keyOf(node);
    const same = key ? [...old.childNodes].slice(at ? [...old.childNodes].indexOf(at) : Infinity).find((child) => keyOf(child) === key) : null;
    if (same) while (at !== same) take().remove();
    else if (!key) while (at && keyOf(at) && !later.has(keyOf(at))) take().remove();
    later.delete(key);
    if (same || (!key && at && !keyOf(at))) patch(take(), node);
    else old.insertBefore(document.adoptNode(node), at);
  }
  while (at) take().remove();
}

function patchAttributes(old, fresh) {
  for (const { name, value } of [...fresh.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) {
    const keepOpen = name === "open" && old.nodeName === "DETAILS"; // what is open stays open
    if (!keepOpen && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
}

// Poller of the element `live`. `show` gets the fetched element; `clear` is called when the page may no longer be seen,
// with true when signing in again would not help. The address stands in `live`, and may change: what is still under way from
// the old one is dropped.
export class Poller {
  constructor(live, show, clear) {
    Object.assign(this, { live, show, clear, etag: "", whole: false, stopped: false, running: false, failures: 0, inFlight: null, queued: null, askedAt: 0, due: 0 });
    this.banner = document.getElementById("trouble");
    onUnlock(() => this.poll());
    listen((kind, names) => this.concerns(kind, names) && this.hasten());
  }

  get url() {
    return this.live.dataset.live;
  }

  // Whether a change may be one of this page. The page of a case has its name; in lists the rows of one's own talks have one.
  concerns(kind, names) {
    if (kind === "all" || kind === "team") return true;
    const { news } = this.live.dataset;
    if (news) return kind !== "read" && names.includes(news);
    return kind === "queue" || (kind !== "case" && names.some((name) => this.live.querySelector(`[data-news="${name}"]`)));
  }

  // Poll soon. Lists are never asked for more often than without a stream.
  hasten() {
    if (this.due || this.stopped) return;
    const gap = this.live.dataset.news ? CASE_GAP_MS : POLL_MS;
    const pause = Math.max(this.askedAt + gap - performance.now(), this.live.dataset.news ? 0 : Math.random() * SPREAD_MS);
    this.due = setTimeout(() => {
      this.due = 0;
      this.poll();
    }, pause);
  }

  // Begin anew, because the address has changed.
  restart() {
    Object.assign(this, { etag: "", stopped: false, failures: 0 });
    this.showStatus("");
    this.start();
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
    if (this.stopped || isLocked()) return;
    this.askedAt = performance.now();
    const url = this.url;
    try {
      const headers = { ...(this.etag && { "If-None-Match": this.etag }), ...(!this.whole && { "X-Held": heldIn(this.live) }) };
      const answer = heed(await fetch(url, { headers }));
      const words = answer.status === 200 ? await answer.text() : "";
      if (url !== this.url || isLocked()) return;
      if (answer.status === 401) return this.stop("You've been signed out.", "Sign in to keep going");
      if (answer.status === 403 || answer.status === 404) return this.stop("You no longer have access to this page.", "", true);
      if (answer.status !== 304 && !answer.ok) throw new Error(String(answer.status));
      if (answer.status !== 304) {
        this.show(parse(words));
        this.whole = Boolean(this.live.querySelector("[data-same]")); // a part is missing after all: all of it, next time
        this.etag = this.whole ? "" : (answer.headers.get("ETag") ?? "");
      }
      this.failures = 0;
      this.showStatus("");
    } catch {
      if (url !== this.url) return;
      this.failures += 1;
      if (this.failures > 1) this.showStatus("We can't reach the server. Still trying.");
    }
  }

  async start() {
    if (this.running) return;
    this.running = true;
    while (!this.stopped) {
      await new Promise((done) => setTimeout(done, POLL_MS));
      if (!isStreaming() || performance.now() - this.askedAt >= SLOW_MS) await this.poll();
    }
    this.running = false;
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

  stop(words, link = "", forGood = false) {
    this.stopped = true;
    this.clear(forGood);
    this.showStatus(words, link);
  }
}
