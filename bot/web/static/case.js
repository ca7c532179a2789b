// Case page: polls for new texts, removes at once what is no longer shared, and sends a text without a reload.
// The scroll position and what is being typed stay as they are, also when a form reloads the page.

import { Drafts, formName } from "./drafts.js";
import { startKeys } from "./keys.js";
import { Poller, patch } from "./news.js";
import { AlertSound } from "./notice.js";
import { count } from "./parts.js";
import { startTakes } from "./take.js";
import { Talks } from "./talks.js";

const live = document.getElementById("live");
const alertSound = new AlertSound(null);
alertSound.on = localStorage.getItem("warmline.sound") === "on";
for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => alertSound.resumeAudio(), { once: true });
document.documentElement.classList.add("js");
const narrow = matchMedia("(max-width: 860px)");
const thread = () => live.querySelector(".thread");
const box = () => live.querySelector("#words");
const hint = matchMedia("(pointer: fine)").matches ? "Ctrl+Enter sends" : "";
const drafts = new Drafts(live, (words) => {
  const message = live.querySelector("#kept");
  if (message) message.textContent = words;
});
const talks = new Talks(live, alertSound);
const SENT = "warmline.sent";
let sending = false;

// On a wide screen the thread scrolls by itself, on a narrow one with the page.
const scroller = () => (narrow.matches ? document.scrollingElement : thread());

function atEnd() {
  if (!narrow.matches) return thread().scrollHeight - thread().scrollTop - thread().clientHeight < 60;
  const end = thread().getBoundingClientRect().bottom;
  return end > 0 && end <= innerHeight - boxInView() + 60;
}

// How much of the reply box is in view, in pixels.
function boxInView() {
  const { top, bottom } = live.querySelector(".box").getBoundingClientRect();
  return bottom > 0 ? Math.max(0, innerHeight - top) : 0;
}

function toEnd() {
  if (!narrow.matches) thread().scrollTop = thread().scrollHeight;
  else live.querySelector(".talk").scrollIntoView({ block: "end" });
  live.querySelector(".below").hidden = true;
}

// The button for a new text stands above the reply box, or at the bottom of a small screen, wherever the page is.
function placeBelow() {
  const button = live.querySelector(".below");
  if (!button || button.hidden) return;
  if (atEnd()) button.hidden = true;
  const above = narrow.matches && thread().getBoundingClientRect().bottom <= 0;
  button.textContent = above ? "New message above" : "New message below";
  button.style.setProperty("--box", `${narrow.matches ? Math.min(boxInView(), innerHeight / 2) : live.querySelector(".box").offsetHeight}px`);
}

function show(fresh) {
  const [end, texts, heard] = [atEnd(), live.querySelectorAll(".text").length, Number(live.dataset.heard)];
  const scrollTop = scroller().scrollTop;
  patch(live, fresh);
  const more = live.querySelectorAll(".text").length > texts;
  if (Number(live.dataset.heard) > heard) alertSound.alert("text", "New message in a case");
  if (more && end) toEnd();
  else if (more) live.querySelector(".below").hidden = false;
  else if (!narrow.matches) scroller().scrollTop = scrollTop;
  placeBelow();
  drafts.fill();
  talks.markRead();
  updateSize();
}

const poller = new Poller(live, show, () => {
  drafts.forget();
  live.replaceChildren();
});

for (const target of [window, thread()]) target?.addEventListener("scroll", placeBelow, { passive: true });
addEventListener("resize", placeBelow);

// Forms that reload the page. The server names a form that it carried out in the next address, and only then its words
// are dropped. The page stays where it was.

function rememberForm(form) {
  const mark = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  for (const [name, value] of [["saved", mark], ["next", `/console/${live.dataset.code}`]]) {
    const field = form.querySelector(`[name="${name}"]`) ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    field.value = value;
  }
  const section = form.closest("section");
  const open = folds().filter((fold) => fold.open && !fold.contains(form)).map(foldName);
  sessionStorage.setItem(SENT, JSON.stringify({ mark, form: formName(form), section: sectionName(section), top: section.getBoundingClientRect().top, open }));
}

const folds = () => [...live.querySelectorAll("details")];
const foldName = (fold) => fold.querySelector("summary").textContent;
const sectionName = (section) => section.getAttribute("aria-labelledby") ?? section.getAttribute("aria-label");

// Put the part of the page with the form that was sent where it was in the window.
function stayAt(sent) {
  const section = [...live.querySelectorAll("section")].find((one) => sectionName(one) === sent.section);
  if (section) scrollBy(0, section.getBoundingClientRect().top - sent.top);
}

// Return what was sent from this page, if the server carried it out.
function formDone() {
  const here = new URL(location.href);
  const saved = here.searchParams.get("saved");
  const sent = JSON.parse(sessionStorage.getItem(SENT) ?? "{}");
  sessionStorage.removeItem(SENT);
  if (!saved) return null;
  here.searchParams.delete("saved");
  history.replaceState(history.state, "", here);
  return sent.mark === saved ? sent : null;
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

async function send(form) {
  if (sending || !box().value.trim() || form.querySelector(".main").disabled) return;
  sending = true;
  form.classList.add("sending");
  const words = box().value;
  await drafts.settle(); // no older draft may arrive after the text was sent
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
    const refused = answer.type !== "opaqueredirect";
    await poller.poll();
    // a caseworker who is signed out is redirected too, and then nothing was sent
    if (poller.stopped && !refused) poller.stop("You've been signed out. Your last text was not sent.", "Sign in to keep going");
    if (refused) showError(refusal(await answer.text()));
    else if (box()?.value === words) box().value = "";
    if (!refused) drafts.keep(box());
    if (!refused) drafts.flush();
    if (!refused) showError("");
  } catch {
    showError("Not sent: we couldn't reach the server. Your text is still here.");
  }
  sending = false;
  live.querySelector("#composer")?.classList.remove("sending");
  updateSize();
  if (thread()) toEnd();
  box()?.focus({ preventScroll: narrow.matches });
}

function refusal(page) {
  const whole = new DOMParser().parseFromString(page, "text/html");
  const message = whole.querySelector("#fault") ?? whole.querySelector("main p:not([hidden])");
  return message?.textContent.trim() || "Not sent. Your text is still here.";
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
live.addEventListener("keydown", (event) => {
  if (event.target !== box() || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  event.preventDefault();
  send(event.target.form);
});
live.addEventListener("submit", (event) => {
  if (event.target.id !== "composer") return rememberForm(event.target);
  event.preventDefault();
  send(event.target);
});
live.addEventListener("click", (event) => {
  if (event.target.closest(".below")) toEnd();
  const quick = event.target.closest(".quick button");
  if (!quick) return;
  const field = box();
  field.value = [field.value.trim(), quick.textContent].filter(Boolean).join(" ");
  field.focus();
  drafts.keep(field);
  showError("");
  updateSize();
});

const done = formDone();
const toBox = location.hash === "#reply" || /^(take|ask) /.test(done?.form ?? "");
updateSize();
if (!narrow.matches) toEnd();
if (done) {
  for (const fold of folds()) fold.open ||= done.open.includes(foldName(fold));
  stayAt(done);
} else if (narrow.matches && box() && !toBox) {
  toEnd();
}
if (toBox) box()?.focus({ preventScroll: true });
drafts.open(done?.form).then(() => {
  if (done) stayAt(done); // a box that is full again may have opened its part of the page
  updateSize();
});
startTakes(talks.list, async () => {
  await Promise.all([talks.poller.poll(), poller.poll()]);
  if (document.activeElement === document.body) talks.list.querySelector(".take button")?.focus();
});
startKeys(() => talks.links(), () => drafts.settle());
poller.start();
