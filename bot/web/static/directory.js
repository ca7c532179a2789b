// Directory forms: show the size of a text while it is typed, and copy a text to the clipboard.

import { count } from "./parts.js";

const MOST_PARTS = 3;

function updateSize(field) {
  const message = document.getElementById(field.dataset.size);
  const size = count(field.dataset.before + field.value.trim().replaceAll("\r\n", "\n") + field.dataset.after);
  const parts = size.parts === 1 ? "1 text" : `${size.parts} texts`;
  const much = size.parts > MOST_PARTS;
  message.textContent = much ? `${parts}: too long. Shorten it to ${MOST_PARTS} texts.` : parts;
  message.classList.toggle("late", much);
}

for (const field of document.querySelectorAll("textarea[data-size]")) {
  updateSize(field);
  field.addEventListener("input", () => updateSize(field));
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const message = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(field.value);
      message.textContent = "Copied.";
    } catch {
      field.select();
      message.textContent = "We couldn't copy it. It is selected: copy it yourself.";
    }
  });
}
