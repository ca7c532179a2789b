// The board: new rows come by themselves, but nothing moves under a pointer, a finger or the keyboard's focus.
// While somebody is about to press something, rows change only in place, and a bar tells how many there are to come.

import { News, fit } from "./news.js";
import { Notice } from "./notice.js";

const FINGER_MS = 4000;
const board = document.getElementById("board");
const moved = document.getElementById("moved");
const told = document.getElementById("told");
const notice = new Notice(document.getElementById("sound"));
const plainTitle = document.title;

let waiting = null; // the fresh board that is not laid out yet
let known = codes(board, '[data-state="waiting"]');
let urgent = codes(board, "[data-urgent]");
let touchedAt = -Infinity;

function codes(root, which = "") {
  return new Set([...root.querySelectorAll(`.entry${which}`)].map((entry) => entry.dataset.code));
}

function busy() {
  const hovered = matchMedia("(hover: hover)").matches && board.matches(":hover");
  return hovered || board.querySelector(":focus-visible") !== null || performance.now() - touchedAt < FINGER_MS;
}

function show(fresh) {
  tell(fresh);
  waiting = fresh;
  if (busy()) inPlace(fresh);
  else layOut();
}

function tell(fresh) {
  const [nowWaiting, nowUrgent] = [codes(fresh, '[data-state="waiting"]'), codes(fresh, "[data-urgent]")];
  const [came, alarming] = [without(nowWaiting, known), without(nowUrgent, urgent)];
  [known, urgent] = [nowWaiting, nowUrgent];
  if (alarming.length) say("urgent", "Urgent case");
  else if (came.length) say("news", came.length === 1 ? "New case waiting" : `${came.length} new cases waiting`);
  titled(fresh);
}

function titled(fresh) {
  const count = Number(fresh.dataset.waiting);
  document.title = count ? `(${count}) ${plainTitle}` : plainTitle;
}

function say(kind, words) {
  told.textContent = words;
  notice.tell(kind, words);
}

function without(set, other) {
  return [...set].filter((code) => !other.has(code));
}

// Rows keep their places; what they say is of now.
function inPlace(fresh) {
  for (const entry of board.querySelectorAll(".entry")) {
    const then = fresh.querySelector(`[data-code="${entry.dataset.code}"]`);
    if (then) fit(entry, then.cloneNode(true));
    else entry.classList.add("over");
  }
  const [here, there] = [codes(board), codes(fresh)];
  const news = without(there, here).length;
  const order = (root) => [...root.querySelectorAll(".entry")].map((entry) => entry.dataset.code).join();
  const same = order(board) === order(fresh);
  moved.hidden = same;
  moved.textContent = news ? `${news} new` : "Sort again";
}

// Every row where it belongs. Rows that stay are the same nodes, so that nothing flickers.
function layOut() {
  const fresh = waiting;
  waiting = null;
  moved.hidden = true;
  for (const list of board.querySelectorAll(".entries")) {
    const target = fresh.querySelector(`[data-list="${list.dataset.list}"]`);
    const rows = [...target.children].map((then) => {
      const row = board.querySelector(`[data-code="${then.dataset.code}"]`);
      if (!row) return document.importNode(then, true);
      fit(row, then.cloneNode(true));
      return row;
    });
    if (rows.some((row, at) => list.children[at] !== row) || rows.length !== list.children.length) list.replaceChildren(...rows);
    const section = target.closest("section");
    fit(list.closest("section").querySelector("h2"), section.querySelector("h2"));
    list.closest("section").querySelector(".empty").hidden = rows.length > 0;
  }
}

const news = new News(board, show, () => board.replaceChildren());
moved.addEventListener("click", () => {
  if (waiting) layOut();
  board.querySelector("a")?.focus({ preventScroll: true });
});
board.addEventListener("touchstart", () => (touchedAt = performance.now()), { passive: true });
setInterval(() => waiting && !busy() && layOut(), 500);
titled(board);
news.follow();
