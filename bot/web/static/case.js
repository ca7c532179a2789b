// One case: the thread grows by itself, what is no longer shared goes at once, and a text is sent without leaving.
// Where one reads and what one types stay as they are.

import { News, fit } from "./news.js";
import { Notice } from "./notice.js";
import { count } from "./parts.js";

const live = document.getElementById("live");
const notice = new Notice(null);
notice.on = localStorage.getItem("warmline.sound") === "on";
for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => notice.wake(), { once: true });
document.documentElement.classList.add("js");
const narrow = matchMedia("(max-width: 860px)");
const thread = () => live.querySelector(".thread");
const box = () => live.querySelector("#words");
const hint = matchMedia("(pointer: fine)").matches ? "Ctrl+Enter sends" : "";
let sending = false;

// The thread scrolls by itself at the desk, with the page in the hand.
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
  const where = scroller().scrollTop;
  fit(live, fresh);
  const more = live.querySelectorAll(".text").length > texts;
  if (Number(live.dataset.heard) > heard) notice.tell("text", "New message in a case");
  if (more && end) toEnd();
  else if (more) live.querySelector(".below").hidden = false;
  else if (!narrow.matches) scroller().scrollTop = where;
  weigh();
}

const news = new News(live, show, () => live.replaceChildren());

// The box

function weigh() {
  const [field, told] = [box(), live.querySelector("#size")];
  if (!field) return;
  const size = count(field.value.trim().replaceAll("\r\n", "\n"));
  const parts = size.parts === 1 ? "1 text" : `${size.parts} texts`;
  if (!told.dataset.fault) told.textContent = size.parts ? parts : hint;
  told.classList.toggle("much", size.parts > 3);
}

function fault(words) {
  const told = live.querySelector("#size");
  if (!told) return;
  if (words) told.dataset.fault = "1";
  else delete told.dataset.fault;
  if (words) told.textContent = words;
}

async function send(form) {
  if (sending || !box().value.trim() || form.querySelector(".main").disabled) return;
  sending = true;
  form.classList.add("sending");
  const words = box().value;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
    const refused = answer.type !== "opaqueredirect";
    await news.ask();
    // who is signed out is led away as well, and then nothing was sent
    if (news.over && !refused) news.end("You've been signed out. Your last text was not sent.", "Sign in again");
    if (refused) fault(refusal(await answer.text()));
    else if (box()?.value === words) box().value = "";
    if (!refused) fault("");
  } catch {
    fault("Not sent: we couldn't reach the server. Your text is still here.");
  }
  sending = false;
  live.querySelector("#composer")?.classList.remove("sending");
  weigh();
  if (thread()) toEnd();
  box()?.focus({ preventScroll: narrow.matches });
}

function refusal(page) {
  const whole = new DOMParser().parseFromString(page, "text/html");
  return whole.querySelector("#fault, main p")?.textContent ?? "Not sent. Your text is still here.";
}

live.addEventListener("input", (event) => {
  if (event.target !== box()) return;
  fault("");
  weigh();
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
  fault("");
  weigh();
});

weigh();
if (!narrow.matches || box()) toEnd();
news.follow();
