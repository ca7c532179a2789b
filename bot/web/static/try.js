// The desk: which phones lie on it, which one is in hand, the clock, and asking for news every second.
// A phone's own screen is in phone.js. Whatever anybody wrote is put in as text, never as markup.

import { Phone } from "./phone.js";

const POLL_MS = 1000;
const desk = document.querySelector(".desk");
const tabs = document.querySelector(".tabs");
const guide = document.querySelector(".guide");
const said = document.getElementById("said");
const news = document.getElementById("news");
const laterButton = document.getElementById("later");
const addButton = document.getElementById("add");
const markField = document.querySelector(".way input[name=mark]");
const roads = document.body.dataset;
const narrow = matchMedia("(max-width: 720px)");
const plain = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const offers = new RegExp(`${plain(roads.pages)}(?<code>[A-Z0-9]+)|(?<=reply )(?<reply>TAKE [A-Z0-9]{4})`, "gi");

const phones = new Map(); // by id
let current = "";
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

function hold(id) {
  current = id;
  phones.forEach((phone) => {
    phone.root.classList.toggle("current", phone.id === id);
    if (phone.id !== id) return phone.tab.removeAttribute("aria-current");
    phone.tab.setAttribute("aria-current", "true");
    phone.tab.classList.remove("news");
  });
}

function put(told, at) {
  const phone = new Phone(told, send, startOver, () => hold(told.id), offers);
  phone.tab = document.createElement("button");
  phone.tab.type = "button";
  phone.tab.className = "tab";
  phone.tab.textContent = told.tab;
  phone.tab.addEventListener("click", () => hold(told.id));
  phones.set(told.id, phone);
  desk.insertBefore(phone.root, desk.children[at] ?? null);
  tabs.insertBefore(phone.tab, tabs.children[at] ?? null);
  return phone;
}

async function send(phone, body, media) {
  changes += 1;
  try {
    return await post(roads.text, { phone: phone.id, body, media });
  } finally {
    changes += 1;
  }
}

async function startOver(phone) {
  await change(roads.phone, { phone: phone.id });
  phone.focus();
}

function show(state) {
  const opened = phones.size > 0;
  markField.value = state.mark;
  state.phones.forEach((told, at) => {
    const late = opened && !phones.has(told.id) && told.texts.length > 0;
    const phone = phones.get(told.id) ?? put(told, at);
    if ((phone.show(told, state.clock) || late) && phone.id !== current) {
      phone.tab.classList.add("news");
      news.textContent = `New text: ${phone.whose}.`;
    }
  });
  addButton.disabled = young().length >= Number(roads.mostYoung);
  hold(phones.has(current) ? current : state.phones[0].id);
}

function young() {
  return [...phones.values()].filter((phone) => phone.young);
}

async function change(road, values) {
  changes += 1;
  try {
    show(await post(road, values));
    mark = "";
    return true;
  } catch {
    say("The server had a problem. Try again in a moment.", true);
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
    if (!lost) say("We can't reach the server. Still trying.", true);
    lost = true;
  }
}

async function keepPolling() {
  if (!document.hidden || !phones.size) await poll();
  setTimeout(keepPolling, POLL_MS);
}

laterButton.addEventListener("click", async () => {
  if (await change(roads.later, {})) say(`It is now ${phones.get(current).clockText()} on these phones.`);
});

addButton.addEventListener("click", async () => {
  const next = `young${young().length + 1}`;
  if (!(await change(roads.phone, { phone: next }))) return;
  hold(next);
  if (narrow.matches) guide.open = false;
  phones.get(next).focus();
});

document.querySelectorAll("[data-words]").forEach((idea) =>
  idea.addEventListener("click", () => {
    if (narrow.matches) guide.open = false;
    const held = phones.get(current);
    const phone = held?.young ? held : young()[0]; // what there is to try, a young person tries
    if (phone) hold(phone.id);
    phone?.write(idea.dataset.words);
  }),
);

document.addEventListener("visibilitychange", () => document.hidden || poll()); // another tab may have signed in

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
phones.get(current)?.focus();
