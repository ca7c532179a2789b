// The directory's forms: how long a text will be while it is written, and a text put on the clipboard.

import { count } from "./parts.js";

const MOST_PARTS = 3;

function weigh(field) {
  const told = document.getElementById(field.dataset.size);
  const size = count(field.dataset.before + field.value.trim().replaceAll("\r\n", "\n") + field.dataset.after);
  const parts = size.parts === 1 ? "1 part" : `${size.parts} parts`;
  const much = size.parts > MOST_PARTS;
  told.textContent = `${parts} · ${size.encoding}, ${size.units} units${much ? ": too long, please shorten" : ""}`;
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
      told.textContent = "It is marked: copy it with your keyboard, or hold your finger on it.";
    }
  });
}
