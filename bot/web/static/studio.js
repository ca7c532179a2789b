// An entry while it is written: checked and shown by the server a moment after one stops typing. Nothing is kept here.

import { fit, parse } from "./news.js";
import { isField, isTyped } from "./studio-unkept.js";

const QUIET_MS = 400;
const form = document.querySelector("form.writing");
const state = document.getElementById("state");
const lookAlikes = JSON.parse(form.dataset.lookAlikes);
let waiting = 0;
let asked = 0;

const fieldsOf = (code) => [...form.elements].filter((field) => isField(field) && field.name.startsWith(`${code}.`));
const replaced = (text) => [...text].map((letter) => lookAlikes[letter] ?? letter).join("");

// The button that replaces look-alikes is there while there is something to replace.
function offerSwaps() {
  for (const button of form.querySelectorAll(".swap")) {
    button.hidden = fieldsOf(button.dataset.of).every((field) => replaced(field.value) === field.value);
  }
}

async function check() {
  const mine = ++asked;
  state.textContent = "Checking…";
  let says = "Not checked: the server had a problem. Your text is still here.";
  try {
    const answer = await fetch(form.dataset.check, { method: "POST", body: new FormData(form) }).catch(() => null);
    if (mine !== asked) return; // somebody has typed on, and a later answer comes
    if (!answer) says = "Not checked: we couldn't reach the server. Your text is still here.";
    else if (answer.redirected) says = "You've been signed out. Copy your text before you sign in again.";
    else if (answer.ok) says = show(await answer.json());
  } finally {
    if (mine === asked) state.textContent = says;
  }
}

// What the server says of it. Of a language that somebody has begun meanwhile the page has no column yet.
function show({ findings, said, elsewhere }) {
  for (const [code, html] of Object.entries(said)) {
    const place = document.getElementById(`said-${code}`);
    if (place) fit(place.firstElementChild, parse(html));
  }
  fit(document.getElementById("elsewhere").firstElementChild, parse(elsewhere));
  const errors = findings.filter((one) => one.severity === "error").length;
  return `Checked, not saved yet: ${count(errors, "error")}, ${count(findings.length - errors, "warning")}.`;
}

const count = (number, what) => `${number || "no"} ${what}${number === 1 ? "" : "s"}`;

function typed() {
  offerSwaps();
  clearTimeout(waiting);
  waiting = setTimeout(check, QUIET_MS);
}

form.addEventListener("input", typed);
form.addEventListener("click", (event) => {
  const code = event.target.closest(".swap")?.dataset.of;
  if (!code) return;
  const changed = fieldsOf(code).filter((field) => replaced(field.value) !== field.value);
  for (const field of changed) field.value = replaced(field.value);
  changed[0]?.focus(); // the button is about to go
  typed();
});
form.querySelector(".check").hidden = true; // for those without this script
offerSwaps();
if (isTyped(form)) typed(); // before this script was there
