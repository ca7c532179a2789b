// Service worker: shows a push and confirms that it arrived. It keeps no page and answers no request from a cache.

const WORDS = {
  new: "A new case waits.",
  urgent: "URGENT: a case needs you now.",
  reply: "A new text in your case.",
  two_minutes: "Two minutes left in your case.",
  transferred: "A case was transferred to you.",
  test: "Test: alerts work on this device.",
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  let kind = "";
  try {
    kind = event.data.json().kind;
  } catch {
    // a push that cannot be read still shows that there is news
  }
  event.waitUntil(show(kind));
});

async function show(kind) {
  const urgent = kind === "urgent" || kind === "two_minutes";
  await self.registration.showNotification(WORDS[kind] ?? "Open the console.", {
    tag: `alert-${kind}`, renotify: true, requireInteraction: urgent, icon: "/static/mark.svg",
  });
  if (kind in WORDS) await confirmReceipt(kind);
}

// Tell the server that this kind arrived. It counts for no other kind.
async function confirmReceipt(kind) {
  const mine = await self.registration.pushManager.getSubscription();
  if (!mine) return;
  const body = new URLSearchParams({ endpoint: mine.endpoint, kind });
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const answer = await fetch("/alerts-received", { method: "POST", body, credentials: "omit" });
      if (answer.ok) return;
    } catch {
      // the network may be waking up
    }
    await new Promise((done) => setTimeout(done, 2000));
  }
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openConsole());
});

async function openConsole() {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = pages.find((page) => new URL(page.url).pathname.startsWith("/console"));
  return open ? open.focus() : self.clients.openWindow("/console");
}
