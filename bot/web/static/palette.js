// Search over people, services and quick replies: Ctrl+K or Cmd+K, with the keyboard alone.

import { Options } from "./options.js";

const PARTS = ["people", "services", "replies"];

// Start it. `code` returns the case on the page, or ""; `pick` gets the option that was chosen.
export function startPalette(code, pick) {
  const dialog = document.getElementById("palette");
  const [field, button] = [document.getElementById("palette-ask"), document.getElementById("palette-open")];
  const options = new Options(field, document.getElementById("palette-list"), {
    parts: PARTS,
    query: () => field.value.trim(),
    code,
    stays: true,
    pick: (option) => {
      dialog.close();
      pick(option);
    },
  });

  function open() {
    if (dialog.open || document.querySelector("dialog[open]")) return;
    field.value = "";
    dialog.showModal();
    options.ask();
  }

  button.hidden = false;
  button.addEventListener("click", open);
  dialog.addEventListener("close", () => options.close());
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}
