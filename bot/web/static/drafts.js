// Drafts: what is half written in the boxes of a case's page. They outlast a reload, a session that ends, and a sign-out.
// They stay in this tab, encrypted with a key that the server gives to this colleague alone, and only while they may read
// the case. Whoever signs in after them, or has no key any more, cannot read them.

const PREFIX = "warmline.draft.";
const LONGEST_MS = 24 * 3600 * 1000;
const FIELDS = "textarea, select, input:not([type=hidden], [type=radio], [type=checkbox])";

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));

// Return the name of a form in one case: what it does, and to which entry of a list.
export function formName(form) {
  const act = new URL(form.action).pathname.split("/").slice(3).join("/");
  return `${act} ${form.elements.namedItem("number")?.value ?? ""}`;
}

export class Drafts {
  constructor(live) {
    Object.assign(this, {
      live, place: PREFIX + live.dataset.draft, key: null, words: {}, filled: new WeakSet(), due: false, writing: Promise.resolve(),
    });
  }

  // Fill the boxes from the last visit. The words of the form named `sent` have been saved, and are dropped.
  async open(sent = "") {
    dropOld();
    if (!this.allowed()) return;
    this.key = await crypto.subtle.importKey("raw", bytes(this.live.dataset.draftKey), "AES-GCM", false, ["encrypt", "decrypt"]);
    const typed = this.words; // while the key was being read
    this.words = { ...(await this.read()), ...typed };
    for (const name of Object.keys(this.words)) if (sent && name.startsWith(`${sent} `)) delete this.words[name];
    this.fill();
    this.save();
  }

  // Fill boxes that were not on the page before. Boxes that are not empty stay as they are.
  fill() {
    if (this.key && !this.allowed()) return this.forget();
    for (const field of this.live.querySelectorAll(FIELDS)) {
      const kept = this.words[this.nameOf(field)];
      if (!this.key || this.filled.has(field)) continue;
      this.filled.add(field);
      if (kept === undefined || !isUntouched(field)) continue;
      field.value = kept;
      if (field.selectedIndex < 0) field.selectedIndex = 0; // the option is gone
      for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    }
  }

  // Keep what a box holds now.
  keep(field) {
    if (!field?.matches?.(FIELDS) || !field.form) return;
    this.filled.add(field);
    if (field.value && !isUntouched(field)) this.words[this.nameOf(field)] = field.value;
    else delete this.words[this.nameOf(field)];
    this.save();
  }

  // Encrypt and store all drafts. Of several calls during one write, the last wins.
  save() {
    if (!this.key || this.due) return;
    this.due = true;
    this.writing = this.writing.then(() => this.write()).catch(() => {}); // the tab's storage is full or off
  }

  async write() {
    this.due = false;
    if (!this.key) return;
    if (!Object.keys(this.words).length) return sessionStorage.removeItem(this.place);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.key, new TextEncoder().encode(JSON.stringify(this.words)));
    if (this.key) sessionStorage.setItem(this.place, JSON.stringify({ at: Date.now(), iv: text(iv), sealed: text(sealed) }));
  }

  async read() {
    try {
      const { iv, sealed } = JSON.parse(sessionStorage.getItem(this.place));
      const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, this.key, bytes(sealed));
      return JSON.parse(new TextDecoder().decode(opened));
    } catch {
      return {}; // none, or of a key that is gone
    }
  }

  // Give the key away. What is stored waits for the next sign-in.
  lock() {
    delete this.live.dataset.draftKey;
    this.writing.finally(() => Object.assign(this, { key: null, words: {} }));
  }

  // Drop the drafts of this case for good: it may no longer be read.
  forget() {
    Object.assign(this, { key: null, words: {} });
    sessionStorage.removeItem(this.place);
  }

  allowed() {
    if (!this.live.dataset.draftKey) sessionStorage.removeItem(this.place);
    return Boolean(this.live.dataset.draftKey && globalThis.crypto?.subtle);
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

function dropOld() {
  for (const place of Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX))) {
    if (!(JSON.parse(sessionStorage.getItem(place)).at > Date.now() - LONGEST_MS)) sessionStorage.removeItem(place);
  }
}
