// Turns alerts on for this browser: asks for permission, subscribes, and gives the subscription to the server.

const card = document.getElementById("this-device");
const button = card.querySelector("button");
const status = card.querySelector("[role=status]");

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const encode = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

function deviceName() {
  const agent = navigator.userAgent;
  const system = ["iPhone", "iPad", "Android", "Windows", "Mac", "Linux"].find((name) => agent.includes(name)) ?? "Device";
  const browser = ["Edg", "Firefox", "Chrome", "Safari"].find((name) => agent.includes(name)) ?? "browser";
  return `${system}, ${browser === "Edg" ? "Edge" : browser}`;
}

async function turnOn() {
  if ((await Notification.requestPermission()) !== "granted") {
    status.textContent = "Your browser blocks notifications. Allow them in its settings, then try again.";
    return;
  }
  const worker = await navigator.serviceWorker.register("/alerts-worker.js");
  await navigator.serviceWorker.ready;
  const mine = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(card.dataset.key) });
  const body = new URLSearchParams({
    endpoint: mine.endpoint, p256dh: encode(mine.getKey("p256dh")), auth: encode(mine.getKey("auth")), label: deviceName(),
  });
  const mark = document.querySelector("[name=mark]").value;
  const answer = await fetch(card.dataset.on, { method: "POST", body, headers: { "X-Form-Mark": mark } });
  if (answer.status !== 204) throw new Error(String(answer.status));
  location.reload();
}

if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
  status.textContent = "This browser can't get alerts. On an iPhone, add this page to your home screen first.";
} else {
  button.hidden = false;
  button.addEventListener("click", () =>
    turnOn().catch(() => {
      status.textContent = "We couldn't turn on alerts here. Try again.";
    }),
  );
}
