// Single keys: next and previous talk, to a box, and the list of keys. None works while one types, and they can be turned
// off, because speech input types letters where nobody meant to.

import { lockNow } from "./lock.js";

const STORAGE_KEY = "warmline.keys";
const TYPING = "input, textarea, select, [contenteditable]";

const isOn = () => localStorage.getItem(STORAGE_KEY) !== "off";

// Start the keys. `talks` returns the links of the talks in order; `open` opens one; `more` are keys of the page alone.
export function startKeys(talks, open = (address) => location.assign(address), more = {}) {
  const dialog = document.getElementById("keys");
  const button = document.getElementById("keys-open");
  const choice = document.getElementById("keys-on");
  button.hidden = false;
  button.addEventListener("click", () => dialog.showModal());
  choice.checked = isOn();
  choice.addEventListener("change", () => localStorage.setItem(STORAGE_KEY, choice.checked ? "on" : "off"));

  function go(step) {
    const links = talks();
    const at = links.findIndex((link) => link.hasAttribute("aria-current"));
    const to = links.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % links.length);
    if (!to || to.hasAttribute("aria-current")) return;
    open(to.href);
  }

  const acts = {
    j: () => go(1),
    k: () => go(-1),
    q: () => focusOnNextTake(),
    r: () => focusOn(document.getElementById("words")),
    n: () => focusOn(document.getElementById("note")),
    t: () => focusOn(document.querySelector('[data-key="tasks"] [data-key="add"] select')),
    l: lockNow,
    "?": () => dialog.showModal(),
    ...more,
  };

  addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") || event.isComposing) return;
    if (event.target.closest?.(TYPING)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const act = acts[event.key.toLowerCase()];
    if (!act || !isOn() || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
}

function focusOn(field) {
  if (!field) return;
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  field.focus();
}

// Go to the button of the first case that waits, or of the next one after that.
function focusOnNextTake() {
  const buttons = [...document.querySelectorAll(".take button")].filter((button) => button.offsetParent);
  const next = buttons[(buttons.indexOf(document.activeElement) + 1) % buttons.length];
  next?.focus();
}
