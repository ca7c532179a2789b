// The directory's forms: how long a text will be while it is written, and a text put on the clipboard.

import { count } from "./parts.js";

const MOST_PARTS = 3;

function weigh(field) {
  const told = document.getElementById(field.dataset.size);
  const size = count(field.dataset.before + field.value.trim().replaceAll("\r\n", "\n") + field.dataset.after);
  const parts = size.parts === 1 ? "1 text" : `${size.parts} texts`;
  const much = size.parts > MOST_PARTS;
  told.textContent = much ? `${parts}: too long. Shorten it to ${MOST_PARTS} texts.` : parts;
  told.classList.toggle("late", much);
}

for (const field of document.querySelectorAll("textarea[data-size]")) {
  weigh(field);
  field.addEventListener("input", () => weigh(field));
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(field.value);
      told.textContent = "Copied.";
    } catch {
      field.select();
      told.textContent = "We couldn't copy it. It is selected: copy it yourself.";
    }
  });
}
