// Check and preview of an entry by the server, shortly after the editor stops typing. Nothing is saved by this.

import { patch, parse } from "./news.js";
import { isField, isTyped } from "./studio-unkept.js";

const QUIET_MS = 400;
const form = document.querySelector("form.writing");
const state = document.getElementById("state");
const lookAlikes = JSON.parse(form.dataset.lookAlikes);
let waiting = 0;
let asked = 0;

const fieldsOf = (code) => [...form.elements].filter((field) => isField(field) && field.name.startsWith(`${code}.`));
const replaced = (text) => [...text].map((letter) => lookAlikes[letter] ?? letter).join("");

// Show the button that replaces look-alikes while there is one to replace.
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
    if (mine !== asked) return; // the editor has typed on, and a later answer comes
    if (!answer) says = "Not checked: we couldn't reach the server. Your text is still here.";
    else if (answer.redirected) says = "You've been signed out. Copy your text before you sign in again.";
    else if (answer.ok) says = show(await answer.json());
  } finally {
    if (mine === asked) state.textContent = says;
  }
}

// Show the server's answer. A language that another editor has started meanwhile has no column on this page yet.
function show({ findings, said, elsewhere }) {
  for (const [code, html] of Object.entries(said)) {
    const place = document.getElementById(`said-${code}`);
    if (place) patch(place.firstElementChild, parse(html));
  }
  patch(document.getElementById("elsewhere").firstElementChild, parse(elsewhere));
  const errors = findings.filter((one) => one.severity === "error").length;
  return `Checked, not saved yet: ${count(errors, "error")}, ${count(findings.length - errors, "warning")}.`;
}

const count = (number, what) => `${number || "no"} ${what}${number === 1 ? "" : "s"}`;

function scheduleCheck() {
  offerSwaps();
  clearTimeout(waiting);
  waiting = setTimeout(check, QUIET_MS);
}

form.addEventListener("input", scheduleCheck);
form.addEventListener("click", (event) => {
  const code = event.target.closest(".swap")?.dataset.of;
  if (!code) return;
  const changed = fieldsOf(code).filter((field) => replaced(field.value) !== field.value);
  for (const field of changed) field.value = replaced(field.value);
  changed[0]?.focus(); // the button is about to disappear
  scheduleCheck();
});
form.querySelector(".check").hidden = true; // the button is for browsers without this script
offerSwaps();
if (isTyped(form)) scheduleCheck(); // before this script was loaded
