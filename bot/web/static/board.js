// Board: polls for cases, but moves nothing under a pointer, a finger or the keyboard's focus.
// While the caseworker is about to press something, rows change only in place, and a button counts the new ones.

import { Countdown } from "./countdown.js";
import { startKeys } from "./keys.js";
import { Poller, patch } from "./news.js";
import { AlertSound } from "./notice.js";
import { startPalette } from "./palette.js";
import { startTakes } from "./take.js";

const FINGER_MS = 4000;
const board = document.getElementById("board");
const reorderButton = document.getElementById("moved");
const message = document.getElementById("told");
const alertSound = new AlertSound(document.getElementById("sound"));
const countdown = new Countdown(board, alertSound);
const plainTitle = document.title;

let pending = null; // the fetched board that is not arranged yet
let knownWaiting = codes(board, '[data-state="waiting"]');
let knownUrgent = codes(board, "[data-urgent]");
let touchedAt = -Infinity;

function codes(root, which = "") {
  return new Set([...root.querySelectorAll(`.entry${which}`)].map((entry) => entry.dataset.code));
}

function busy() {
  const hovered = matchMedia("(hover: hover)").matches && board.matches(":hover");
  return hovered || board.querySelector(":focus-visible") !== null || performance.now() - touchedAt < FINGER_MS;
}

function show(fresh) {
  announceChanges(fresh);
  countdown.read(fresh);
  pending = fresh;
  if (busy()) patchInPlace(fresh);
  else arrange();
}

function announceChanges(fresh) {
  const [nowWaiting, nowUrgent] = [codes(fresh, '[data-state="waiting"]'), codes(fresh, "[data-urgent]")];
  const [newWaiting, newUrgent] = [difference(nowWaiting, knownWaiting), difference(nowUrgent, knownUrgent)];
  [knownWaiting, knownUrgent] = [nowWaiting, nowUrgent];
  if (newUrgent.length) announce("urgent", "Urgent case");
  else if (newWaiting.length) announce("news", newWaiting.length === 1 ? "New case waiting" : `${newWaiting.length} new cases waiting`);
  updateTitle(fresh);
}

function updateTitle(fresh) {
  const count = Number(fresh.dataset.waiting);
  document.title = count ? `(${count}) ${plainTitle}` : plainTitle;
}

function announce(kind, words) {
  message.textContent = words;
  alertSound.alert(kind, words);
}

function difference(set, other) {
  return [...set].filter((code) => !other.has(code));
}

// Update the rows where they are.
function patchInPlace(fresh) {
  for (const entry of board.querySelectorAll(".entry")) {
    const update = fresh.querySelector(`[data-code="${entry.dataset.code}"]`);
    if (update) patch(entry, update.cloneNode(true));
    else entry.classList.add("over");
  }
  const [here, there] = [codes(board), codes(fresh)];
  const added = difference(there, here).length;
  const order = (root) => [...root.querySelectorAll(".entry")].map((entry) => entry.dataset.code).join();
  const same = order(board) === order(fresh);
  reorderButton.hidden = same;
  reorderButton.textContent = added ? `${added} new` : "Sort again";
}

// Put every row where it belongs. Rows that stay keep their nodes, so that nothing flickers.
function arrange() {
  const fresh = pending;
  pending = null;
  reorderButton.hidden = true;
  const focused = board.contains(document.activeElement) ? document.activeElement : null;
  for (const list of board.querySelectorAll(".entries")) {
    const target = fresh.querySelector(`[data-list="${list.dataset.list}"]`);
    const rows = [...target.children].map((update) => {
      const row = board.querySelector(`[data-code="${update.dataset.code}"]`);
      if (!row) return document.importNode(update, true);
      patch(row, update.cloneNode(true));
      return row;
    });
    if (rows.some((row, at) => list.children[at] !== row) || rows.length !== list.children.length) list.replaceChildren(...rows);
    const section = target.closest("section");
    patch(list.closest("section").querySelector("h2"), section.querySelector("h2"));
    list.closest("section").querySelector(".empty").hidden = rows.length > 0;
  }
  patch(board.querySelector("#shift-check"), fresh.querySelector("#shift-check"));
  if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true }); // its row moved
}

const poller = new Poller(board, show, () => {
  countdown.clear();
  board.replaceChildren();
});
startPalette(() => "", (option) => location.assign(option.dataset.href));
startTakes(board, async (code) => {
  await poller.poll();
  board.querySelector(`[data-code="${code}"][data-mine] a.code`)?.focus({ preventScroll: true });
});
startKeys(() => [...board.querySelectorAll(".entry[data-mine] a.code")]);
reorderButton.addEventListener("click", () => {
  if (pending) arrange();
  board.querySelector("a")?.focus({ preventScroll: true });
});
board.addEventListener("touchstart", () => (touchedAt = performance.now()), { passive: true });
setInterval(() => pending && !busy() && arrange(), 500);
updateTitle(board);
poller.start();
