// Options under a field, found by the server as one types, and chosen by the arrow keys and Enter, or by a press.

import { CONSOLE } from "./console-path.js";
import { heed } from "./lock.js";
import { parse } from "./news.js";

const WAIT_MS = 200;
const RETRY_MS = 2000;

export const token = () => document.querySelector("[name=mark]").value;

// Ask the one door for what is typed. Return its answer as HTML, or null if there is none.
export async function find(typed, code, more) {
  const body = new URLSearchParams({ q: typed, case: code, mark: token() });
  for (const [name, value] of more) body.append(name, value);
  try {
    const answer = heed(await fetch(`${CONSOLE}/find`, { method: "POST", body, redirect: "manual" }));
    return answer.ok ? answer.text() : null;
  } catch {
    return null;
  }
}

export class Options {
  // `list` has an id from the server, so that a patch of the page keeps it. `query` returns what to look for, or null for
  // nothing; `code` returns the case; `pick` gets the option.
  constructor(field, list, { parts, query, code, pick, stays = false }) {
    Object.assign(this, { field, list, parts, query, code, pick, stays, number: 0, timer: 0, shown: null, entered: null });
    field.setAttribute("aria-controls", list.id);
    field.addEventListener("input", () => this.later());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => stays || this.close());
    list.addEventListener("pointerdown", (event) => {
      const option = event.target.closest("[role=option]");
      if (!option) return;
      event.preventDefault(); // the field keeps the focus
      this.choose(option);
    });
  }

  later() {
    clearTimeout(this.timer);
    this.entered = null;
    if (this.query() === null) this.close();
    else this.timer = setTimeout(() => this.ask(), WAIT_MS);
  }

  async ask() {
    const [number, typed] = [(this.number += 1), this.query()];
    if (typed === null) return this.close();
    const found = await find(typed, this.code(), this.parts.map((part) => ["only", part]));
    if (number !== this.number) return; // more was typed
    if (found === null) this.timer = setTimeout(() => this.ask(), RETRY_MS); // the server did not answer: ask again
    else this.show(parse(found), typed);
  }

  show(found, typed) {
    this.list.replaceChildren(found);
    this.list.hidden = false;
    this.shown = typed;
    const any = this.all.length > 0;
    if (any) this.list.setAttribute("role", "listbox");
    else this.list.removeAttribute("role");
    if (any) found.setAttribute("role", "presentation");
    if (this.field.getAttribute("role") === "combobox") this.field.setAttribute("aria-expanded", String(any));
    this.mark(this.all[0]);
    if (this.entered === typed && this.active) this.choose(this.active);
    this.entered = null;
  }

  close() {
    clearTimeout(this.timer);
    this.number += 1;
    Object.assign(this, { shown: null, entered: null });
    this.list.hidden = true;
    this.list.removeAttribute("role");
    this.list.replaceChildren();
    this.field.removeAttribute("aria-activedescendant");
    if (this.field.getAttribute("role") === "combobox") this.field.setAttribute("aria-expanded", "false");
  }

  get all() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  get active() {
    return this.list.querySelector('[aria-selected="true"]');
  }

  mark(option) {
    for (const one of this.all) one.setAttribute("aria-selected", String(one === option));
    if (!option) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if ((this.list.hidden && !this.stays) || event.isComposing || event.ctrlKey || event.metaKey) return;
    const [all, step] = [this.all, { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    if (step && all.length) this.mark(all.at((all.indexOf(this.active) + step) % all.length));
    else if (event.key === "Enter" && this.shown !== this.query()) this.enter();
    else if (event.key === "Enter" && this.active) this.choose(this.active);
    else if (event.key === "Escape" && !this.stays) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // Enter came before the options for what is typed: choose the first of them when they are there, and none of the old ones.
  enter() {
    this.entered = this.query();
    clearTimeout(this.timer);
    this.ask();
  }

  choose(option) {
    if (!this.stays) this.close();
    this.pick(option);
  }
}
