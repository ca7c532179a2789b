// The desk: how many phones lie on it, which one is in hand, the clock, and asking for news every two seconds.
// A phone's own screen is in phone.js. Whatever anybody wrote is put in as text, never as markup.

import { Phone } from "./phone.js";

const POLL_MS = 2000;
const MOST_PHONES = 3;
const desk = document.querySelector(".desk");
const tabs = document.querySelector(".tabs");
const guide = document.querySelector(".guide");
const said = document.getElementById("said");
const laterButton = document.getElementById("later");
const addButton = document.getElementById("add");
const roads = document.body.dataset;
const narrow = matchMedia("(max-width: 720px)");

const phones = [];
let current = 0;
let mark = ""; // the ETag of what is on the screen
let changes = 0; // an answer to a question asked before our own change is out of date
let lost = false;

async function post(road, values) {
  const answer = await fetch(road, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(values),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function say(words, fault = false) {
  said.textContent = words;
  said.classList.toggle("fault", fault);
}

function hold(slot) {
  current = slot;
  phones.forEach((phone, at) => phone.root.classList.toggle("current", at === slot));
  [...tabs.children].forEach((tab, at) => {
    if (at === slot) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
    if (at === slot) tab.classList.remove("news");
  });
}

function addTab(slot) {
  const tab = document.createElement("button");
  tab.type = "button";
  tab.className = "tab";
  tab.textContent = `Phone ${slot + 1}`;
  tab.addEventListener("click", () => hold(slot));
  tabs.append(tab);
}

async function send(phone, body, media) {
  changes += 1;
  try {
    return await post(roads.text, { slot: phone.slot, body, media });
  } finally {
    changes += 1;
  }
}

async function startOver(phone) {
  await change(roads.phone, { slot: phone.slot });
  phone.focus();
}

function show(state) {
  state.phones.forEach((told, slot) => {
    if (!phones[slot]) {
      const phone = new Phone(slot, send, startOver, () => hold(slot));
      phones.push(phone);
      desk.append(phone.root);
      addTab(slot);
    }
    const news = phones[slot].show(told, state.clock);
    if (news && slot !== current) tabs.children[slot].classList.add("news");
  });
  addButton.disabled = phones.length >= MOST_PHONES;
  hold(Math.min(current, phones.length - 1));
}

async function change(road, values) {
  changes += 1;
  try {
    show(await post(road, values));
    mark = "";
    return true;
  } catch {
    say("The server did not do that. Try again in a moment.", true);
    return false;
  } finally {
    changes += 1;
  }
}

async function poll() {
  const before = changes;
  try {
    const answer = await fetch(roads.thread, { headers: mark ? { "If-None-Match": mark } : {} });
    if (answer.status !== 304) {
      if (!answer.ok) throw new Error(String(answer.status));
      const state = await answer.json();
      if (before === changes) {
        mark = answer.headers.get("ETag") ?? "";
        show(state);
      }
    }
    if (lost) say("");
    lost = false;
  } catch {
    if (!lost) say("No news from the server. Still trying.", true);
    lost = true;
  }
}

async function keepPolling() {
  if (!document.hidden || !phones.length) await poll();
  setTimeout(keepPolling, POLL_MS);
}

laterButton.addEventListener("click", async () => {
  if (await change(roads.later, {})) say(`On these phones it is ${phones[current].clockText()} now.`);
});

addButton.addEventListener("click", async () => {
  if (!(await change(roads.phone, { slot: phones.length }))) return;
  hold(phones.length - 1);
  if (narrow.matches) guide.open = false;
  phones[current].focus();
});

document.querySelectorAll(".idea").forEach((idea) =>
  idea.addEventListener("click", () => {
    if (narrow.matches) guide.open = false;
    phones[current]?.write(idea.dataset.words);
  }),
);

desk.addEventListener("pointerdown", () => {
  if (narrow.matches) guide.open = false;
});

function fit() {
  guide.open = !narrow.matches;
}
narrow.addEventListener("change", fit);
fit();
setInterval(() => phones.forEach((phone) => phone.tick()), 5000);
await keepPolling();
phones[0]?.focus();
