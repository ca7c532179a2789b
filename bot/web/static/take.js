// Taking a case from a list with one press: the page stays, so that the next one can follow.

import { heed } from "./lock.js";

// Start the buttons in `root`. `taken` gets the code of a case that the server was asked for and did not refuse.
export function startTakes(root, taken) {
  const [refused, told] = [document.getElementById("refused"), document.getElementById("told")];
  let busy = false;

  root.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches(".take")) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    const code = form.closest("[data-code], [data-waits]").dataset;
    const fault = await take(form);
    busy = false;
    refused.hidden = !fault;
    refused.textContent = fault;
    if (fault) return;
    const name = code.code ?? code.waits;
    await taken(name);
    told.textContent = `You took case ${name}`;
  });
  // a key that is held down takes one case, not all of them
  root.addEventListener("keydown", (event) => event.repeat && event.target.closest(".take") && event.preventDefault());
}

// Return why the case was refused, or "". Who is signed out is redirected too: the poll tells them.
async function take(form) {
  try {
    const answer = heed(await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }));
    if (answer.type === "opaqueredirect") return "";
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("#fault")?.textContent.trim() || "Not taken. Reload the page.";
  } catch {
    return "Not taken: we couldn't reach the server.";
  }
}
