// One stream for all tabs of this browser tells that something has changed, and nothing of what: a page then asks as it
// always does. Whichever tab holds the lock keeps the stream, and tells the others. Without a stream nothing is lost: pages
// ask more often. That is so without EventSource or locks, behind a proxy that buffers, and while the server has no room.

import { isLocked, onUnlock } from "./lock.js";

const PATIENCE_MS = 12_000; // the server's heart beats every five seconds
const KINDS = ["queue", "talks", "case", "read", "team"];
const address = document.getElementById("trouble")?.dataset.stream; // none in practice
const listeners = new Set();
const tabs = new BroadcastChannel("warmline.news");

let heardAt = -Infinity; // when the stream was last heard, by the monotonic clock
let wake = () => {};

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const between = (least, most) => least + Math.random() * (most - least);

export const isStreaming = () => performance.now() - heardAt < PATIENCE_MS;

// `changed` gets the kind of a change, and the names of the cases in which it was. It gets "all" when the stream begins or
// ends, since something may have been missed.
export function listen(changed) {
  listeners.add(changed);
}

function hear({ kind, names }) {
  const isNew = !isStreaming();
  heardAt = kind === "end" ? -Infinity : performance.now();
  if (kind === "end" ? !isNew : isNew) kind = "all";
  if (kind !== "beat" && kind !== "end") for (const changed of listeners) changed(kind, names);
}

function pass(kind, names = []) {
  tabs.postMessage({ kind, names });
  hear({ kind, names });
}

// Keep a stream until it ends or falls silent. Return whether it ever spoke.
function follow() {
  return new Promise((ended) => {
    const source = new EventSource(address);
    let [spoke, timer] = [false, 0];
    const end = () => {
      clearTimeout(timer);
      source.close(); // it would come back by itself, all pages at once
      if (spoke) pass("end");
      ended(spoke);
    };
    const expect = () => {
      clearTimeout(timer);
      timer = setTimeout(end, PATIENCE_MS);
    };
    for (const kind of ["beat", ...KINDS]) {
      source.addEventListener(kind, ({ data }) => {
        spoke = true;
        expect();
        pass(kind, data.split(" ").filter(Boolean));
      });
    }
    source.addEventListener("error", end);
    expect();
  });
}

async function lead() {
  for (;;) {
    const spoke = !isLocked() && (await follow());
    const woken = new Promise((done) => (wake = done));
    await Promise.race([wait(spoke ? between(500, 4000) : between(15_000, 45_000)), woken]);
  }
}

if (address && "EventSource" in window && navigator.locks) {
  tabs.addEventListener("message", (event) => hear(event.data));
  onUnlock(async () => wake());
  navigator.locks.request("warmline.news", lead);
}
