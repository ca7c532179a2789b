// Finding a service beside the reply: rows that the server finds as one types, and a field for a service in a form.

import { Options, find } from "./options.js";

const WAIT_MS = 300;
const RETRY_MS = 2000;

export class Services {
  // `code` returns the case on the page.
  constructor(live, code) {
    Object.assign(this, { live, code, timer: 0, number: 0, known: new WeakSet() });
    live.addEventListener("input", (event) => {
      if (event.target.id !== "ask") return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.find(), WAIT_MS);
    });
    live.addEventListener("keydown", (event) => this.key(event));
    live.addEventListener("focusin", (event) => event.target.matches("[data-find]") && this.offer(event.target));
    live.addEventListener("click", (event) => {
      const button = event.target.closest("[data-introduce]");
      if (button) this.introduce(button.dataset.introduce);
    });
  }

  // Open the part of the page and go to its box.
  open() {
    const field = this.live.querySelector("#ask");
    if (!field) return;
    field.closest("details").open = true;
    field.focus();
    field.select();
  }

  async find() {
    clearTimeout(this.timer);
    const [field, number] = [this.live.querySelector("#ask"), (this.number += 1)];
    const typed = field?.value.trim();
    const found = typed ? await find(typed, this.code(), [["only", "services"], ["as", "rows"]]) : "";
    const rows = this.live.querySelector("#hits");
    if (number !== this.number || !rows) return;
    if (found === null) {
      this.timer = setTimeout(() => this.find(), RETRY_MS); // the server did not answer: ask again
      return;
    }
    rows.replaceChildren(...new DOMParser().parseFromString(found, "text/html").body.childNodes);
    const count = rows.querySelectorAll("li").length;
    document.getElementById("told").textContent = typed ? `${count} ${count === 1 ? "service" : "services"} found` : "";
  }

  // Up and down walk through the rows; the list scrolls by itself.
  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = event.target.closest("#ask, #hits");
    if (!step || !here) return;
    const stops = [this.live.querySelector("#ask"), ...this.live.querySelectorAll("#hits li button:first-of-type")];
    const at = here.id === "ask" ? 0 : stops.indexOf(event.target.closest("li").querySelector("button"));
    stops[Math.min(stops.length - 1, Math.max(0, at + step))].focus();
    event.preventDefault();
  }

  // Find services under the field of a form as one types.
  offer(field) {
    if (this.known.has(field)) return;
    this.known.add(field);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-autocomplete", "list");
    const list = field.form.querySelector(".options");
    new Options(field, list, {
      parts: ["services"],
      query: () => field.value.trim() || null,
      code: this.code,
      pick: (option) => {
        field.value = option.dataset.label;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      },
    });
  }

  introduce(label) {
    const form = this.live.querySelector('[action$="/introduce"]');
    if (!form) return;
    form.closest("details").open = true;
    const field = form.elements.namedItem("service");
    field.value = label;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    form.elements.namedItem("contact").focus();
  }
}
