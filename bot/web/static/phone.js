// One phone's screen: its thread, its composer, its clock. Knows nothing of the other phones or of addresses.

const LEAST_TYPING_MS = 500; // a reply comes in a few milliseconds; an eye needs longer
const PAUSE_S = 15 * 60; // a gap after which a phone shows the time again
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

function make(tag, name, words = "") {
  const node = document.createElement(tag);
  node.className = name;
  node.textContent = words;
  return node;
}

export class Phone {
  // `told` says what phone this is; `offered` finds, in a text, what can be pressed.
  constructor(told, send, startOver, onTouch, offered) {
    this.id = told.id;
    this.whose = told.whose;
    this.young = told.young;
    this.offered = told.opens_pages ? offered : null;
    this.send = send;
    this.number = "";
    this.lastSid = ""; // of the lowest text of the thread that is on the screen
    this.lastAt = 0; // when the lowest text on the screen was sent, in seconds
    this.keptAt = 0; // the same of the lowest that the server has
    this.clock = 0; // seconds that these phones are ahead
    this.sending = 0;
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.log = this.root.querySelector(".log");
    this.field = this.root.querySelector("textarea");
    this.sendButton = this.root.querySelector(".send");
    this.mark = make("p", "mark");
    this.typing = make("div", "typing");
    this.typing.append(make("i", ""), make("i", ""), make("i", ""));
    this.typing.setAttribute("aria-hidden", "true");
    this.root.dataset.phone = this.id;
    this.root.setAttribute("aria-label", this.whose);
    this.log.setAttribute("aria-label", `${this.whose}: texts`);
    this.field.setAttribute("aria-label", `${this.whose}: text message`);
    this.root.querySelector(".whose").textContent = this.whose;
    this.root.querySelector(".empty").textContent = told.empty;
    new ResizeObserver(() => this.toEnd()).observe(this.log);
    this.root.addEventListener("pointerdown", onTouch);
    this.root.addEventListener("focusin", onTouch);
    const [anew, photo] = [".anew", ".photo"].map((name) => this.root.querySelector(name));
    anew.addEventListener("click", () => startOver(this));
    photo.addEventListener("click", () => this.deliver("", 1));
    if (!this.young) [anew, photo].forEach((button) => button.remove());
    this.field.addEventListener("input", () => this.weigh());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.root.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  focus() {
    if (matchMedia("(pointer: fine)").matches) this.field.focus({ preventScroll: true });
  }

  write(words) {
    this.field.value = words;
    this.weigh();
    this.field.focus({ preventScroll: true });
  }

  weigh() {
    this.sendButton.disabled = !this.field.value.trim();
  }

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  submit() {
    const body = this.field.value.trim();
    if (!body) return;
    this.field.value = "";
    this.weigh();
    this.deliver(body, 0);
  }

  now() {
    return Date.now() / 1000 + this.clock;
  }

  clockText(at = this.now()) {
    return new Date(at * 1000).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  }

  tick() {
    this.root.querySelector(".clock").textContent = this.clockText().replace(/\s?[AP]M$/i, "");
  }

  async deliver(body, media) {
    const mine = this.draw({ mine: true, body, media, at: this.now() });
    this.setMark("");
    this.log.append(this.typing);
    this.toEnd();
    this.sending += 1;
    let answer = null;
    try {
      [answer] = await Promise.all([this.send(this, body, media), wait(LEAST_TYPING_MS)]);
    } catch {
      answer = { heard: false };
    }
    this.sending -= 1;
    if (!this.sending) this.typing.remove();
    if (answer.phone) {
      this.show(answer.phone, this.clock);
    } else {
      mine.forEach((node) => node.classList.remove("draft")); // the thread could not be kept: the screen keeps it
      (answer.texts ?? []).filter((text) => !text.mine).forEach((text) => this.draw(text, false));
      this.setMark(answer.heard ? "Delivered" : "No answer", !answer.heard);
    }
    this.toEnd();
  }

  // Put a thread on the screen; whether it holds something that was not there before.
  show(told, clock) {
    this.clock = clock;
    this.tick();
    const first = told.number !== this.number;
    if (first) {
      this.number = told.number;
      this.root.querySelector(".own").textContent = told.number;
      this.clear();
    }
    if (this.sending) return false;
    const at = told.texts.findIndex((text) => text.sid === this.lastSid);
    if (at < 0 && this.lastSid) this.clear();
    const fresh = told.texts.slice(at + 1);
    if (!fresh.length) return false;
    if (this.dropDrafts()) this.lastAt = this.keptAt;
    fresh.forEach((text) => this.draw(text, false));
    this.lastSid = fresh.at(-1).sid;
    this.keptAt = this.lastAt;
    const lastMine = told.texts.findLast((text) => text.mine);
    if (lastMine) this.setMark(lastMine.heard ? "Delivered" : "No answer", !lastMine.heard);
    this.toEnd();
    return !first;
  }

  dropDrafts() {
    const drafts = this.log.querySelectorAll(".draft");
    drafts.forEach((draft) => draft.remove());
    return drafts.length > 0;
  }

  clear() {
    this.lastAt = this.keptAt = 0;
    this.lastSid = "";
    [...this.log.children].filter((node) => !node.classList.contains("empty")).forEach((node) => node.remove());
  }

  draw(text, draft = true) {
    const nodes = [];
    if (text.at - this.lastAt > PAUSE_S) nodes.push(make("p", "stamp", this.stamp(text.at)));
    this.lastAt = text.at;
    const bubble = make("div", `text ${text.mine ? "mine" : "theirs"}`, text.body);
    if (text.media) this.picture(bubble);
    else if (this.offered && !text.mine) bubble.replaceChildren(...this.offers(text.body));
    bubble.dir = "auto";
    bubble.title = this.clockText(text.at);
    nodes.push(bubble);
    if (text.note && this.young) {
      bubble.lang = text.note.language ?? "";
      nodes.push(this.noted(text.note));
    }
    if (draft) nodes.forEach((node) => node.classList.add("draft"));
    this.log.append(...nodes);
    if (text.mine) this.lastMine = bubble;
    return nodes;
  }

  // A text in pieces: the addresses and replies on offer can be pressed, all else stays words.
  offers(body) {
    let end = 0;
    const pieces = [];
    for (const found of body.matchAll(this.offered)) {
      const { code, reply } = found.groups;
      pieces.push(body.slice(end, found.index), code ? this.link(found[0]) : this.replyButton(reply));
      end = found.index + found[0].length;
    }
    return [...pieces, body.slice(end)];
  }

  link(words) {
    const link = make("a", "", words);
    link.href = new URL(words).pathname; // of this very server, by whatever name the browser knows it
    link.target = "_blank";
    return link;
  }

  replyButton(words) {
    const button = make("button", "reply", words);
    button.type = "button";
    button.addEventListener("click", () => this.write(words));
    return button;
  }

  picture(bubble) {
    bubble.classList.add("picture");
    bubble.setAttribute("role", "img");
    bubble.setAttribute("aria-label", "Photo");
    bubble.replaceChildren(this.root.querySelector(".photo svg").cloneNode(true));
  }

  // Where the conversation stands, its language, and what the text costs.
  noted(note) {
    const line = make("p", "note");
    if (note.state) line.append(`${note.state} · `);
    if (note.called) line.append(make("bdi", "", note.called), " · ");
    line.append(`${note.segments} ${note.segments === 1 ? "segment" : "segments"} ${note.encoding}`);
    return line;
  }

  stamp(at) {
    const day = new Date(at * 1000);
    const today = new Date(this.now() * 1000).toDateString() === day.toDateString();
    return `${today ? "Today" : day.toLocaleDateString([], { weekday: "long" })} ${this.clockText(at)}`;
  }

  setMark(words, fault = false) {
    this.mark.textContent = words;
    this.mark.classList.toggle("fault", fault);
    if (words && this.lastMine?.isConnected) this.lastMine.after(this.mark);
    else this.mark.remove();
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }
}
