// Another talk, and forms, without a page load: the server's page is fetched and its parts are put in place. The address,
// the focus and what a screen reader says follow. Without JavaScript the same links and forms load pages.

import { CONSOLE } from "./console-path.js";
import { heed, isLocked } from "./lock.js";
import { patch } from "./news.js";

const CASE = /^\/console\/[A-Z2-9]{4}$/;
const DONE = {
  take: "You took the case", ask: "We asked if it's safe to text", note: "Note added", task: "Task added",
  "task/done": "Task updated", referral: "Referral added", "referral/outcome": "Outcome saved", pass: "Case transferred",
  back: "Case returned to the queue", close: "Case closed", urgent: "Urgency changed",
  introduce: "We asked the young person", "introduce/end": "Introduction ended", remind: "Reminder offered",
};

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
const actOf = (action) => new URL(action, location.href).pathname.split("/").slice(3).join("/");

export class Visit {
  // `before` saves what is half written; `changed` gets the title of another case; `updated` comes after a form, with what it did.
  constructor(live, list, { before, changed, updated, around }) {
    Object.assign(this, { live, list, before, changed, updated, around, number: 0, busy: false });
    this.told = document.getElementById("told");
    this.refused = document.getElementById("refused");
    document.addEventListener("click", (event) => this.follow(event), true);
    addEventListener("popstate", () => this.open(location.href, { push: false }));
  }

  follow(event) {
    const link = event.target.closest?.("a[href]");
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link?.target;
    if (!link || elsewhere || !CASE.test(link.pathname) || link.origin !== location.origin) return;
    event.preventDefault();
    this.open(link.href);
  }

  // Show the case at this address.
  async open(address, { push = true } = {}) {
    const number = (this.number += 1);
    await this.before();
    let [answer, page] = [null, null];
    try {
      answer = heed(await fetch(address));
      page = parsed(await answer.text());
    } catch {
      return this.tell("We couldn't reach the server. Your drafts are still here.", true);
    }
    if (number !== this.number || isLocked()) return; // another one was asked for meanwhile
    const fresh = page.getElementById("live");
    if (!answer.ok || !fresh) return location.assign(address); // signed out, or no case
    this.swap(page, fresh);
    if (push) history.pushState({}, "", address);
    this.tell(page.title.split(" · ")[0]);
    this.changed(page.title);
  }

  swap(page, fresh) {
    const lost = document.activeElement === document.body || this.live.contains(document.activeElement);
    for (const { name } of [...this.live.attributes]) if (!fresh.hasAttribute(name)) this.live.removeAttribute(name);
    for (const { name, value } of [...fresh.attributes]) this.live.setAttribute(name, value);
    this.live.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
    document.getElementById("fault")?.remove();
    document.getElementById("trouble").dataset.login = page.getElementById("trouble").dataset.login;
    const beside = page.getElementById("mine");
    if (beside) patch(this.list, beside);
    document.title = page.title;
    if (lost) this.live.querySelector("h1").focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  // Send a form, and put the page that the server answers with in place. Return that page, or null.
  async submit(form, submitter) {
    if (this.busy) return null;
    this.busy = true;
    const code = this.live.dataset.code;
    const action = submitter?.hasAttribute("formaction") ? submitter.formAction : form.action;
    const [body, mark] = [new FormData(form), crypto.randomUUID().replaceAll("-", "").slice(0, 16)];
    if (submitter?.name) body.append(submitter.name, submitter.value);
    body.set("saved", mark);
    body.set("next", `${CONSOLE}/${code}`);
    let [answer, page] = [null, null];
    try {
      answer = heed(await fetch(action, { method: "POST", body }));
      page = parsed(await answer.text());
    } catch {
      this.tell("Not saved: we couldn't reach the server. Your text is still here.", true);
      return null;
    } finally {
      this.busy = false;
    }
    if (isLocked()) this.tell("Not saved: the page was locked. Your text is still here.", true);
    if (isLocked() || code !== this.live.dataset.code) return null;
    const fresh = page.getElementById("live");
    if (!fresh) return this.leave(answer.url);
    const done = new URL(answer.url).searchParams.get("saved") === mark;
    const [section, held] = [form.closest("section"), document.activeElement];
    const top = section?.getBoundingClientRect().top;
    const stay = () => section?.isConnected && scrollBy(0, section.getBoundingClientRect().top - top);
    this.around(() => patch(this.live, fresh));
    const fault = page.getElementById("fault")?.textContent.trim() ?? "";
    this.tell(fault || (done ? (DONE[actOf(action)] ?? "Saved") : ""), Boolean(fault));
    const more = this.updated(done ? form : null, actOf(action));
    stay(); // the page does not move under the colleague
    const at = scrollY;
    await more;
    if (scrollY === at) stay(); // who has scrolled in the meantime stays where they went
    if (!held.isConnected || !held.offsetParent) this.refocus(section);
    return fault ? null : page;
  }

  // What had the focus is gone: go to the name of its part of the page, or to that of the case.
  refocus(section) {
    const name = (section?.isConnected && section.querySelector("h2")) || this.live.querySelector("h1");
    if (document.activeElement !== document.body && document.activeElement?.offsetParent) return;
    name.tabIndex = -1;
    name.focus({ preventScroll: true });
  }

  // The server answered with another page: signed out, or no longer allowed.
  async leave(address) {
    await this.before();
    location.assign(address.includes("/staff/") ? address : location.href);
    return null;
  }

  tell(words, isFault = false) {
    this.refused.hidden = !isFault;
    this.refused.textContent = isFault ? words : "";
    if (!isFault && words) this.told.textContent = words;
  }
}
