// Case page: polls for new texts, removes at once what is no longer shared, and sends a text without a reload.
// The scroll position and what is being typed stay as they are.

import { Poller, patch } from "./news.js";
import { AlertSound } from "./notice.js";
import { count } from "./parts.js";

const live = document.getElementById("live");
const alertSound = new AlertSound(null);
alertSound.on = localStorage.getItem("warmline.sound") === "on";
for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => alertSound.resumeAudio(), { once: true });
document.documentElement.classList.add("js");
const narrow = matchMedia("(max-width: 860px)");
const thread = () => live.querySelector(".thread");
const box = () => live.querySelector("#words");
const hint = matchMedia("(pointer: fine)").matches ? "Ctrl+Enter sends" : "";
let sending = false;

// On a wide screen the thread scrolls by itself, on a narrow one with the page.
const scroller = () => (narrow.matches ? document.scrollingElement : thread());

function atEnd() {
  if (!narrow.matches) return thread().scrollHeight - thread().scrollTop - thread().clientHeight < 60;
  return thread().getBoundingClientRect().bottom <= innerHeight - live.querySelector(".box").offsetHeight + 60;
}

function toEnd() {
  if (!narrow.matches) thread().scrollTop = thread().scrollHeight;
  else live.querySelector(".talk").scrollIntoView({ block: "end" });
  live.querySelector(".below").hidden = true;
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
  updateSize();
}

const poller = new Poller(live, show, () => live.replaceChildren());

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
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
    const refused = answer.type !== "opaqueredirect";
    await poller.poll();
    // a caseworker who is signed out is redirected too, and then nothing was sent
    if (poller.stopped && !refused) poller.stop("You've been signed out. Your last text was not sent.", "Sign in to keep going");
    if (refused) showError(refusal(await answer.text()));
    else if (box()?.value === words) box().value = "";
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

live.addEventListener("input", (event) => {
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
  if (event.target.id !== "composer") return;
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
  showError("");
  updateSize();
});

updateSize();
if (!narrow.matches || box()) toEnd();
poller.start();
