// The lock: when the session is locked, the page's content is taken out and the lock page stands in its place. After a code
// the same content is back, where it was, with what was half written. The server refuses everything meanwhile: this file
// only makes the screen follow. All tabs of a browser share the session, and tell each other.

import { offer } from "./passkey.js";

const AWAKE_MS = 60_000;
const RETRY_MS = 3000;
const form = document.getElementById("lock-now");
const mark = form.elements.namedItem("mark").value;
const tabs = new BroadcastChannel("warmline.lock");
const fresheners = [];

let covered = null; // what is needed to put the page back; null while it is shown
let [timer, reportedAt] = [0, Date.now()];

export const isLocked = () => covered !== null;

// `freshen` is called after unlocking, under the cover; the page is shown when its promise is settled.
export function onUnlock(freshen) {
  fresheners.push(freshen);
}

// Cover the page if this answer says that the session is locked. Return the answer.
export function heed(answer) {
  if (!covered && answer.status === 401 && answer.headers.get("X-Session") === "locked") {
    cover();
    load();
    tabs.postMessage("locked");
  }
  return answer;
}

export function lockNow() {
  form.requestSubmit();
}

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const here = () => `${location.pathname}${location.search}`;
const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

function cover() {
  if (covered) return;
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  const scrolled = [...document.body.querySelectorAll("*")].filter((one) => one.scrollTop || one.scrollLeft);
  const place = Object.assign(document.createElement("main"), { id: "lock-cover", tabIndex: -1 });
  place.append(Object.assign(document.createElement("h1"), { textContent: "Locked" }));
  covered = {
    place,
    href: location.href,
    title: document.title,
    focus: document.activeElement,
    top: scrollY,
    scrolled: scrolled.map((one) => [one, one.scrollTop, one.scrollLeft]),
    body: document.body.className,
    nodes: [...document.body.childNodes],
  };
  place.addEventListener("submit", unlock);
  place.addEventListener("click", follow);
  document.body.replaceChildren(place);
  document.body.className = "alone";
  document.title = "Locked";
  place.focus();
}

// Put the lock page, as the server writes it, into the cover.
async function load(address = `${form.dataset.page}?${new URLSearchParams({ next: here() })}`) {
  while (covered) {
    try {
      const answer = await fetch(address);
      if (answer.status >= 500) throw new Error(String(answer.status));
      return show(await answer.text());
    } catch {
      await wait(RETRY_MS);
    }
  }
}

function show(html) {
  const section = parsed(html).getElementById("unlock");
  if (!section) return check(); // unlocked, or signed out
  covered?.place.replaceChildren(document.adoptNode(section));
  const passkey = covered?.place.querySelector("[data-passkey]");
  if (passkey) offer(passkey, opened);
  covered?.place.querySelector("[name=code]")?.focus();
}

async function unlock(event) {
  if (event.target.id !== "unlock-form") return; // to the provider, or to sign out: the browser leaves
  event.preventDefault();
  const button = event.target.querySelector("button");
  button.disabled = true;
  try {
    const answer = await fetch(event.target.action, { method: "POST", body: new URLSearchParams(new FormData(event.target)) });
    if (!answer.headers.get("Content-Type").startsWith("application/json")) return show(await answer.text());
    const { go } = await answer.json();
    await opened(go);
  } catch {
    load();
  } finally {
    button.disabled = false;
  }
}

// The server unlocked the session. Leave for the page `go`, or show this one again.
async function opened(go = "") {
  tabs.postMessage("open");
  if (go) location.assign(go);
  else await uncover();
}

// The link to the field for a recovery code, and back.
function follow(event) {
  const link = event.target.closest("a[href]");
  if (!link) return;
  event.preventDefault();
  load(link.href);
}

async function uncover() {
  if (!covered) return;
  const { place, href, title, focus, top, scrolled, body, nodes } = covered;
  if (href !== location.href) return location.reload(); // "back" was pressed on the cover
  place.classList.add("lock-shade");
  document.body.className = body;
  document.body.append(...nodes);
  document.title = title;
  for (const [one, y, x] of scrolled) Object.assign(one, { scrollTop: y, scrollLeft: x });
  scrollTo(0, top);
  covered = null;
  later(Number(form.dataset.left));
  await Promise.allSettled(fresheners.map((freshen) => freshen())); // what may no longer be seen goes before it is seen
  place.remove();
  if (focus?.isConnected) focus.focus({ preventScroll: true });
}

function later(seconds) {
  clearTimeout(timer);
  timer = setTimeout(check, (seconds + 1) * 1000);
}

// Ask whether the session is locked, which is no activity.
async function check() {
  let told = null;
  try {
    const answer = await fetch(form.dataset.state);
    if (answer.status === 401) return covered && location.assign(`${form.dataset.signIn}?${new URLSearchParams({ next: here() })}`);
    told = await answer.json();
  } catch {
    return later(RETRY_MS / 1000);
  }
  if (told.session === "locked") {
    if (!covered) cover();
    if (!covered.place.querySelector("#unlock")) load();
    return;
  }
  if (covered && told.mark !== mark) return location.reload(); // signed in anew in another tab
  await uncover();
  later(told.left);
}

// What is typed or pressed is activity, also on a page that sends nothing by itself.
async function report() {
  if (covered || Date.now() - reportedAt < AWAKE_MS) return;
  reportedAt = Date.now();
  try {
    const answer = heed(await fetch(form.dataset.awake, { method: "POST", headers: { "X-Form-Mark": mark }, redirect: "error" }));
    if (answer.ok) later((await answer.json()).left);
  } catch {
    // the next key tries again, a minute later
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  cover();
  while (covered) {
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams({ mark }), redirect: "manual" });
      if (answer.status < 500) break;
    } catch {
      // without the server the cover stays, and it is asked again
    }
    await wait(RETRY_MS);
  }
  tabs.postMessage("locked");
  load();
});
tabs.addEventListener("message", (event) => {
  if (event.data === "open") return covered && check();
  if (covered) return;
  cover();
  load();
});
addEventListener("pageshow", (event) => event.persisted && check());
document.addEventListener("visibilitychange", () => !document.hidden && covered && check());
for (const kind of ["keydown", "pointerdown", "input"]) addEventListener(kind, report, { passive: true });
// single keys and shortcuts of the page do nothing under the cover
addEventListener("keydown", (event) => covered && event.stopImmediatePropagation(), true);
tabs.postMessage("open"); // it may have been unlocked on the lock page itself
later(Number(form.dataset.left));
