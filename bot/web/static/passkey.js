// Passkeys: a form asks for a challenge, the device signs it after a fingerprint, a face or a PIN, and the answer is posted.
// What needs a passkey is hidden until this file finds that the browser can do it, at the address that passkeys are for.

const NOT_USED = "No passkey was used. Try again, or use another way.";
const NOT_ADDED = "No passkey was added. Try again.";
const HAS_ONE = "This device already has a passkey of yours.";
const TROUBLE = "That didn't work. Try again in a minute.";

class Refused extends Error {}

const decode = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const encode = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const decodeIds = (list) => list.map((one) => ({ ...one, id: decode(one.id) }));

// Show the form in `box` if this browser can do what it asks for. `done` is called after the server accepted the passkey.
export function offer(box, done = null) {
  if (!window.PublicKeyCredential || location.origin !== box.dataset.origin) return;
  const [form, told] = [box.querySelector("form"), box.querySelector(".fault")];
  const ask = box.dataset.passkey === "create" ? create : get;
  box.hidden = false;
  document.getElementById("no-passkey")?.remove();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    told.hidden = true;
    try {
      const typed = new URLSearchParams(new FormData(form));
      const made = await ask(await post(form.dataset.options, typed));
      typed.delete("password"); // it was checked with the first request
      typed.set("answer", JSON.stringify(made));
      const { go } = await post(form.action, typed);
      if (done) await done();
      else location.assign(go);
    } catch (error) {
      told.textContent = words(error, ask);
      told.hidden = false;
    } finally {
      button.disabled = false;
      if (!told.hidden) button.focus(); // a disabled button loses it
    }
  });
}

async function post(address, body) {
  const answer = await fetch(address, { method: "POST", body });
  const told = answer.headers.get("Content-Type").startsWith("application/json") ? await answer.json() : {};
  if (answer.ok && Object.keys(told).length) return told;
  if (told.fault) throw new Refused(told.fault);
  if (answer.status < 500) location.reload(); // signed out, locked, or a recent check is due: the page says which
  throw new Error(String(answer.status));
}

async function get(options) {
  const publicKey = { ...options, challenge: decode(options.challenge), allowCredentials: decodeIds(options.allowCredentials) };
  return plain(await navigator.credentials.get({ publicKey }), ["authenticatorData", "clientDataJSON", "signature", "userHandle"]);
}

async function create(options) {
  const publicKey = {
    ...options,
    challenge: decode(options.challenge),
    user: { ...options.user, id: decode(options.user.id) },
    excludeCredentials: decodeIds(options.excludeCredentials),
  };
  return plain(await navigator.credentials.create({ publicKey }), ["attestationObject", "clientDataJSON"]);
}

// Older browsers cannot write a passkey's answer as JSON themselves.
function plain(key, names) {
  const told = names.filter((name) => key.response[name]).map((name) => [name, encode(key.response[name])]);
  return { id: key.id, rawId: encode(key.rawId), type: key.type, response: Object.fromEntries(told) };
}

function words(error, ask) {
  if (error instanceof Refused) return error.message;
  if (error.name === "InvalidStateError") return HAS_ONE;
  if (error.name === "NotAllowedError" || error.name === "AbortError") return ask === create ? NOT_ADDED : NOT_USED;
  return TROUBLE;
}

for (const box of document.querySelectorAll("[data-passkey]")) offer(box);
