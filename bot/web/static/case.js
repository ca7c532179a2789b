// Case page: polls for new texts, removes at once what is no longer shared, and sends a text without a reload.
// The scroll position and what is being typed stay as they are, also when a form is sent.

import { CONSOLE } from "./console-path.js";
import { Drafts } from "./drafts.js";
import { startKeys } from "./keys.js";
import { heed } from "./lock.js";
import { Poller, patch } from "./news.js";
import { AlertSound } from "./notice.js";
import { Options } from "./options.js";
import { startPalette } from "./palette.js";
import { count } from "./parts.js";
import { Services } from "./service-search.js";
import { startTakes } from "./take.js";
import { Talks } from "./talks.js";
import { Thread, narrow } from "./thread.js";
import { Visit } from "./visit.js";

const live = document.getElementById("live");
const alertSound = new AlertSound(null);
alertSound.on = localStorage.getItem("warmline.sound") === "on";
for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => alertSound.resumeAudio(), { once: true });
document.documentElement.classList.add("js");
const thread = new Thread(live);
const box = () => live.querySelector("#words");
const code = () => live.dataset.code;
const hint = matchMedia("(pointer: fine)").matches ? "Ctrl+Enter sends" : "";
const talks = new Talks(live, alertSound);
const visit = new Visit(live, talks.list, {
  before: () => drafts.settle(),
  around: (change) => thread.around(change),
  changed,
  updated,
});
const drafts = new Drafts(live, (words) => {
  const message = live.querySelector("#kept");
  if (message) message.textContent = words;
}, showLanguage);
const services = new Services(live, code);
let slash = null; // quick replies under the box, of the case on the page
let sending = false;

function show(fresh) {
  const heard = Number(live.dataset.heard);
  thread.around(() => patch(live, fresh));
  if (Number(live.dataset.heard) > heard) alertSound.alert("text", "New message in a case");
  drafts.fill();
  talks.markRead();
  updateSize();
}

const poller = new Poller(live, show, () => {
  drafts.forget();
  live.replaceChildren();
});

// Another case is on the page.
function changed(title) {
  drafts.forget();
  showLanguage(null);
  talks.changed(title);
  updateSize();
  thread.toEnd();
  poller.restart();
  drafts.open().then(updateSize);
}

// A form was sent, and carried out if it is given. Return a promise of the lists beside the case.
function updated(form, act) {
  if (form && form.id !== "composer") {
    drafts.drop(form);
    const fold = form.closest("details");
    if (fold) fold.open = false;
  }
  drafts.fill();
  updateSize();
  if (form && /^(take|ask)$/.test(act)) box()?.focus({ preventScroll: true });
  return talks.poller.poll();
}

// Reply box

function updateSize() {
  const [field, message] = [box(), live.querySelector("#size")];
  if (!field) return;
  const size = count(field.value.trim().replaceAll("\r\n", "\n"));
  const parts = size.parts === 1 ? "1 text" : `${size.parts} texts`;
  if (!message.dataset.fault) message.textContent = size.parts ? parts : hint;
  message.classList.toggle("much", size.parts > 3);
}

// Beside the box, or above the case when the box is gone because somebody else claimed it.
function showError(words) {
  const strip = document.getElementById("trouble");
  const message = live.querySelector("#size") ?? (words ? strip : null);
  if (!message) return;
  if (message === strip) strip.hidden = false;
  if (words) message.dataset.fault = "1";
  else delete message.dataset.fault;
  if (words) message.textContent = words;
}

// Warn of a draft in another language than the person's. With the mark in the form the server sends it all the same.
function showLanguage(other) {
  const [notice, mark] = [live.querySelector("#tongue"), live.querySelector("#written")];
  if (!notice) return;
  mark.value = other?.written ?? "";
  notice.hidden = !other;
  notice.lastElementChild.textContent = other?.warning ?? "";
}

async function send(form) {
  if (sending || !box().value.trim() || form.querySelector(".main").disabled) return;
  sending = true;
  form.classList.add("sending");
  const [words, here] = [box().value, code()];
  await drafts.settle(); // no older draft may arrive after the text was sent
  try {
    const answer = heed(await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }));
    const refused = answer.type !== "opaqueredirect";
    if (here === code()) await poller.poll();
    if (here !== code()) return; // another case is on the page by now
    // a caseworker who is signed out is redirected too, and then nothing was sent
    if (poller.stopped && !refused) poller.stop("You've been signed out. Your last text was not sent.", "Sign in to keep going");
    if (refused) showRefusal(await answer.text());
    else if (box()?.value === words) box().value = "";
    if (!refused) showLanguage(null);
    if (!refused) drafts.keep(box());
    if (!refused) drafts.flush();
    if (!refused) showError("");
  } catch {
    showError("Not sent: we couldn't reach the server. Your text is still here.");
  } finally {
    sending = false;
  }
  live.querySelector("#composer")?.classList.remove("sending");
  updateSize();
  thread.toEnd();
  box()?.focus({ preventScroll: narrow.matches });
}

function showRefusal(page) {
  const whole = new DOMParser().parseFromString(page, "text/html");
  const message = whole.querySelector("#fault") ?? whole.querySelector("main p:not([hidden])");
  showError(message?.textContent.trim() || "Not sent. Your text is still here.");
  const written = whole.querySelector("#written")?.value;
  if (written) showLanguage({ written, warning: whole.querySelector("#tongue").lastElementChild.textContent });
}

// Put words into the box, in place of what is there or after it.
function write(words, { instead = false } = {}) {
  const field = box();
  if (!field) return;
  field.value = instead ? words : [field.value.trim(), words].filter(Boolean).join(" ");
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  drafts.keep(field);
  showError("");
  updateSize();
}

// A button in the form of the reply that is not "Send": a service is looked for, put into the reply, or noted.
async function submitBeside(form, submitter) {
  const act = submitter.formAction.split("/").at(-1);
  if (act === "services") return services.find();
  const page = await visit.submit(form, submitter);
  if (act !== "offer" || !page) return;
  write(page.getElementById("words")?.value ?? box().value, { instead: true });
  live.querySelector(".services").open = false; // the thread has its room again
  thread.toEnd();
}

function pick(option) {
  const { href, words, service } = option.dataset;
  if (words) return write(words);
  if (service && "offer" in option.dataset) return offer(service);
  if (href.startsWith(`${CONSOLE}/`)) return visit.open(href);
  return drafts.settle().then(() => location.assign(href));
}

function offer(service) {
  const button = Object.assign(document.createElement("button"), { name: "service", value: service });
  button.setAttribute("formaction", `${CONSOLE}/${code()}/offer`);
  submitBeside(live.querySelector("#composer"), button);
}

live.addEventListener("change", (event) => {
  drafts.keep(event.target);
  drafts.flush();
});
live.addEventListener("input", (event) => {
  drafts.keep(event.target);
  if (event.target !== box()) return;
  showError("");
  updateSize();
});
live.addEventListener("focusin", (event) => {
  if (event.target !== box() || slash?.field === box()) return;
  slash = new Options(box(), live.querySelector("#slash"), {
    parts: ["replies"],
    query: () => (box()?.value.startsWith("/") ? box().value.slice(1).trim() : null),
    code,
    pick: (option) => write(option.dataset.words, { instead: true }),
  });
});
live.addEventListener("keydown", (event) => {
  if (event.target !== box() || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  event.preventDefault();
  send(event.target.form);
});
live.addEventListener("submit", (event) => {
  const [form, submitter] = [event.target, event.submitter];
  event.preventDefault();
  if (form.id !== "composer") visit.submit(form, submitter);
  else if (submitter?.hasAttribute("formaction")) submitBeside(form, submitter);
  else send(form);
});
live.addEventListener("click", (event) => {
  if (event.target.closest(".below")) thread.toEnd();
  const quick = event.target.closest(".quick button");
  if (quick) write(quick.textContent);
});

const toBox = location.hash === "#reply";
updateSize();
if (!narrow.matches || (box() && !toBox)) thread.toEnd();
if (toBox) box()?.focus({ preventScroll: true });
drafts.open().then(updateSize);
startTakes(talks.list, async () => {
  await Promise.all([talks.poller.poll(), poller.poll()]);
  if (document.activeElement === document.body) talks.list.querySelector(".take button")?.focus();
});
startPalette(code, pick);
startKeys(() => talks.links(), (address) => visit.open(address), { s: () => services.open() });
poller.start();
