// Interpretation of a text, shown shortly after the editor stops typing. The server reads it, and nothing is stored.

import { isTyped } from "./studio-unkept.js";

const QUIET_MS = 300;
const form = document.querySelector(".reader form");
const heard = document.getElementById("heard");
let waiting = 0;
let asked = 0;

async function read() {
  const mine = ++asked;
  if (!form.checkValidity()) return heard.replaceChildren();
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (mine !== asked) return; // the editor has typed on, and a later answer comes
    if (answer.redirected || !answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    heard.replaceChildren(...page.getElementById("heard").childNodes);
  } catch {
    if (mine === asked) heard.textContent = "Not tested: the server had a problem. Try again.";
  }
}

function scheduleRead() {
  clearTimeout(waiting);
  waiting = setTimeout(read, QUIET_MS);
}

form.addEventListener("input", scheduleRead);
if (isTyped(form)) scheduleRead(); // before this script was loaded
