// Drafts: what is half written in the boxes of a case's page. The server keeps them sealed for this colleague alone, and
// only while they may read the case: on every browser, after a reload, and after signing in again. A box is saved a second
// after the last key, and before the page goes.

import { heed, isLocked, onUnlock } from "./lock.js";

const AFTER_MS = 1000;
const RETRY_MS = 3000;
const LONGEST_WAIT_MS = 1500;
const REPLY = "say  words"; // the reply box, as nameOf names it
const FIELDS = "textarea, select, input:not([type=hidden], [type=search], [type=radio], [type=checkbox])";

// Return the name of a form in one case: what it does, and to which entry of a list.
export function formName(form) {
  const act = new URL(form.action).pathname.split("/").slice(3).join("/");
  return `${act} ${form.elements.namedItem("number")?.value ?? ""}`;
}

export class Drafts {
  // `tell` shows in a few words what became of the draft; `warn` gets what the server says of its language, or null.
  constructor(live, tell, warn) {
    Object.assign(this, { live, tell, warn, words: {}, changes: {}, filled: new WeakSet(), timer: 0, sending: 0, saving: Promise.resolve() });
    this.token = document.querySelector("[name=mark]").value;
    addEventListener("pagehide", () => this.flush());
    onUnlock(() => this.flush().then(() => this.open()));
    document.addEventListener("visibilitychange", () => document.hidden && this.flush());
    document.addEventListener("submit", (event) => this.saveFirst(event), true);
    document.addEventListener("click", (event) => this.saveBeforeLink(event));
  }

  // Fill the boxes with what was kept.
  async open() {
    const address = this.address;
    if (!address) return;
    let kept = {};
    try {
      const answer = await fetch(address, { redirect: "error" });
      if (answer.ok) kept = await answer.json();
    } catch {
      // the poll tells that the server does not answer
    }
    if (address !== this.address) return;
    this.words = { ...kept, ...this.words, ...this.changes }; // what was typed meanwhile counts
    this.fill();
  }

  // Empty a form that the server carried out, and drop its words.
  drop(form) {
    form.reset();
    for (const name of Object.keys(this.words)) {
      if (!name.startsWith(`${formName(form)} `)) continue;
      delete this.words[name];
      this.changes[name] = "";
    }
    this.flush();
  }

  // Fill boxes that were not on the page before. Boxes that are not empty stay as they are.
  fill() {
    if (!this.address) return this.forget();
    for (const field of this.live.querySelectorAll(FIELDS)) {
      const kept = this.words[this.nameOf(field)];
      if (!kept || this.filled.has(field)) continue;
      this.filled.add(field);
      if (!isUntouched(field)) continue;
      field.value = kept;
      if (field.selectedIndex < 0) field.selectedIndex = 0; // the option is gone
      for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    }
  }

  // Keep what a box holds now.
  keep(field) {
    if (!field?.matches?.(FIELDS) || !field.form) return;
    this.filled.add(field);
    const [name, value] = [this.nameOf(field), isUntouched(field) ? "" : field.value];
    if ((this.words[name] ?? "") === value) return;
    this.words[name] = this.changes[name] = value;
    this.tell("");
    this.wait(AFTER_MS);
  }

  wait(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), milliseconds);
  }

  // Save what has changed now. One request at a time, so that the last words win.
  flush() {
    clearTimeout(this.timer);
    const [changes, address] = [this.changes, this.address];
    if (!address || !Object.keys(changes).length) return this.saving;
    this.changes = {};
    this.sending += 1;
    return (this.saving = this.saving.then(() => this.save(changes, address)).finally(() => (this.sending -= 1)));
  }

  async save(changes, address) {
    if (!this.address) return;
    const body = new URLSearchParams({ boxes: JSON.stringify(changes), mark: this.token });
    try {
      // keepalive: the request outlives the page that goes
      const answer = heed(await fetch(address, { method: "POST", body, redirect: "manual", keepalive: true }));
      if (answer.ok && address === this.address && REPLY in changes) this.warn(answer.status === 200 ? await answer.json() : null);
      if (answer.ok && Object.keys(this.changes).length) return; // more was typed: it is not all saved yet
      if (answer.ok) return this.tell(Object.values(this.words).some(Boolean) ? "Draft saved" : "");
      if (answer.status >= 400 && answer.status < 500 && !isLocked()) return this.tell("Draft not saved");
      throw new Error(String(answer.status)); // locked, signed out, or the server is in trouble
    } catch {
      if (address !== this.address) return; // another case by now
      this.changes = { ...changes, ...this.changes };
      this.tell("Draft not saved yet");
      if (!isLocked()) this.wait(RETRY_MS); // else after unlocking
    }
  }

  // Hold back a form that leaves the page, such as the sign-out, until the draft is saved.
  async saveFirst(event) {
    const form = event.target;
    if (form.method === "dialog" || form.id === "composer" || !this.address || !Object.keys(this.changes).length) return;
    event.preventDefault();
    event.stopPropagation();
    await this.settle();
    this.changes = {}; // what could not be saved does not hold the form back again
    form.requestSubmit(event.submitter);
  }

  // Follow a link once the draft is saved: the next page may ask for it at once.
  async saveBeforeLink(event) {
    const link = event.target.closest?.("a[href]");
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link?.target;
    if (!link || elsewhere || event.defaultPrevented || (!this.sending && !Object.keys(this.changes).length)) return;
    event.preventDefault();
    await this.settle();
    location.assign(link.href);
  }

  // Save, but wait for no server that does not answer.
  settle() {
    return Promise.race([this.flush(), new Promise((done) => setTimeout(done, LONGEST_WAIT_MS))]);
  }

  // Drop all words: the case may no longer be read here. What the server keeps waits for the next sign-in.
  forget() {
    clearTimeout(this.timer);
    Object.assign(this, { words: {}, changes: {}, filled: new WeakSet() });
  }

  // Where the draft is kept; undefined while the case may not be read.
  get address() {
    return this.live.dataset.draft;
  }

  nameOf(field) {
    return field.form ? `${formName(field.form)} ${field.name}` : "";
  }
}

// The words that the server sent back in a textarea are a draft as well.
function isUntouched(field) {
  if (field.nodeName === "TEXTAREA") return !field.value;
  if (field.nodeName !== "SELECT") return field.value === field.defaultValue;
  const usual = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex === Math.max(0, usual);
}
