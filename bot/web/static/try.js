// Simulator: the phones on the page, the selected one, the clock, and polling every second.
// A phone's own screen is in phone.js. All that people wrote is inserted as text, never as markup.

import { Phone } from "./phone.js";

const POLL_MS = 1000;
const desk = document.querySelector(".desk");
const tabs = document.querySelector(".tabs");
const guide = document.querySelector(".guide");
const said = document.getElementById("said");
const liveRegion = document.getElementById("news");
const laterButton = document.getElementById("later");
const addButton = document.getElementById("add");
const markField = document.querySelector(".way input[name=mark]");
const urls = document.body.dataset;
const narrow = matchMedia("(max-width: 720px)");
const escapeRegExp = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const actionPattern = new RegExp(`${escapeRegExp(urls.pages)}(?<code>[A-Z0-9]+)|(?<=reply )(?<reply>TAKE [A-Z0-9]{4})`, "gi");

const phones = new Map(); // by id
let current = "";
let etag = ""; // of what is on the screen
let changes = 0; // counts our own changes: a poll that began before one is out of date
let offline = false;

async function post(url, values) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(values),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function showMessage(words, fault = false) {
  said.textContent = words;
  said.classList.toggle("fault", fault);
}

function select(id) {
  current = id;
  phones.forEach((phone) => {
    phone.root.classList.toggle("current", phone.id === id);
    if (phone.id !== id) return phone.tab.removeAttribute("aria-current");
    phone.tab.setAttribute("aria-current", "true");
    phone.tab.classList.remove("news");
  });
}

function addPhone(data, at) {
  const phone = new Phone(data, send, startOver, () => select(data.id), actionPattern);
  phone.tab = document.createElement("button");
  phone.tab.type = "button";
  phone.tab.className = "tab";
  phone.tab.textContent = data.tab;
  phone.tab.addEventListener("click", () => select(data.id));
  phones.set(data.id, phone);
  desk.insertBefore(phone.root, desk.children[at] ?? null);
  tabs.insertBefore(phone.tab, tabs.children[at] ?? null);
  return phone;
}

async function send(phone, body, media) {
  changes += 1;
  try {
    return await post(urls.text, { phone: phone.id, body, media });
  } finally {
    changes += 1;
  }
}

async function startOver(phone) {
  await change(urls.phone, { phone: phone.id });
  phone.focus();
}

function show(state) {
  const opened = phones.size > 0;
  markField.value = state.mark;
  state.phones.forEach((data, at) => {
    const late = opened && !phones.has(data.id) && data.texts.length > 0;
    const phone = phones.get(data.id) ?? addPhone(data, at);
    if ((phone.show(data, state.clock) || late) && phone.id !== current) {
      phone.tab.classList.add("news");
      liveRegion.textContent = `New text: ${phone.whose}.`;
    }
  });
  addButton.disabled = young().length >= Number(urls.mostYoung);
  select(phones.has(current) ? current : state.phones[0].id);
}

function young() {
  return [...phones.values()].filter((phone) => phone.young);
}

async function change(url, values) {
  changes += 1;
  try {
    show(await post(url, values));
    etag = "";
    return true;
  } catch {
    showMessage("The server had a problem. Try again in a moment.", true);
    return false;
  } finally {
    changes += 1;
  }
}

async function poll() {
  const before = changes;
  try {
    const answer = await fetch(urls.thread, { headers: etag ? { "If-None-Match": etag } : {} });
    if (answer.status !== 304) {
      if (!answer.ok) throw new Error(String(answer.status));
      const state = await answer.json();
      if (before === changes) {
        etag = answer.headers.get("ETag") ?? "";
        show(state);
      }
    }
    if (offline) showMessage("");
    offline = false;
  } catch {
    if (!offline) showMessage("We can't reach the server. Still trying.", true);
    offline = true;
  }
}

async function keepPolling() {
  if (!document.hidden || !phones.size) await poll();
  setTimeout(keepPolling, POLL_MS);
}

laterButton.addEventListener("click", async () => {
  if (await change(urls.later, {})) showMessage(`It is now ${phones.get(current).clockText()} on these phones.`);
});

addButton.addEventListener("click", async () => {
  const next = `young${young().length + 1}`;
  if (!(await change(urls.phone, { phone: next }))) return;
  select(next);
  if (narrow.matches) guide.open = false;
  phones.get(next).focus();
});

document.querySelectorAll("[data-words]").forEach((idea) =>
  idea.addEventListener("click", () => {
    if (narrow.matches) guide.open = false;
    const selected = phones.get(current);
    const phone = selected?.young ? selected : young()[0]; // the ideas are for a young person's phone
    if (phone) select(phone.id);
    phone?.write(idea.dataset.words);
  }),
);

document.addEventListener("visibilitychange", () => document.hidden || poll()); // another tab may have signed in

desk.addEventListener("pointerdown", () => {
  if (narrow.matches) guide.open = false;
});

function updateGuide() {
  guide.open = !narrow.matches;
}
narrow.addEventListener("change", updateGuide);
updateGuide();
setInterval(() => phones.forEach((phone) => phone.tick()), 5000);
await keepPolling();
phones.get(current)?.focus();
