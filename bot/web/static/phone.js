// Screen of one simulated phone: thread, composer and clock. It knows nothing of the other phones or of URLs.

const MIN_TYPING_MS = 500; // a reply takes a few milliseconds, too short to see
const PAUSE_S = 15 * 60; // gap after which the phone shows the time again
const PHONE_NUMBER = /(\b(?:1-)?\d{3}-\d{3}-\d{4}\b)/; // a phone keeps it on one line; a browser breaks it at a hyphen
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

function make(tag, name, words = "") {
  const node = document.createElement(tag);
  node.className = name;
  node.textContent = words;
  return node;
}

function withWholeNumbers(words) {
  return words.split(PHONE_NUMBER).map((piece, at) => (at % 2 ? make("span", "number", piece) : piece));
}

export class Phone {
  // `data` describes the phone; `actionPattern` finds the links and replies in a text that can be pressed.
  constructor(data, send, startOver, onTouch, actionPattern) {
    this.id = data.id;
    this.whose = data.whose;
    this.young = data.young;
    this.actionPattern = data.opens_pages ? actionPattern : null;
    this.send = send;
    this.number = "";
    this.lastSid = ""; // sid of the last text of the thread on the screen
    this.lastAt = 0; // time of the last text on the screen, in seconds
    this.storedAt = 0; // time of the last text that the server has
    this.clock = 0; // seconds by which the demo clock is ahead
    this.sending = 0;
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.log = this.root.querySelector(".log");
    this.field = this.root.querySelector("textarea");
    this.sendButton = this.root.querySelector(".send");
    this.receipt = make("p", "mark");
    this.typing = make("div", "typing");
    this.typing.append(make("i", ""), make("i", ""), make("i", ""));
    this.typing.setAttribute("aria-hidden", "true");
    this.root.dataset.phone = this.id;
    this.root.setAttribute("aria-label", this.whose);
    this.log.setAttribute("aria-label", `${this.whose}: texts`);
    this.field.setAttribute("aria-label", `${this.whose}: text message`);
    this.root.querySelector(".whose").textContent = this.whose;
    this.root.querySelector(".empty").textContent = data.empty;
    new ResizeObserver(() => this.toEnd()).observe(this.log);
    this.root.addEventListener("pointerdown", onTouch);
    this.root.addEventListener("focusin", onTouch);
    const [anew, photo] = [".anew", ".photo"].map((name) => this.root.querySelector(name));
    anew.addEventListener("click", () => startOver(this));
    photo.addEventListener("click", () => this.deliver("", 1));
    if (!this.young) [anew, photo].forEach((button) => button.remove());
    this.field.addEventListener("input", () => this.updateSendButton());
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
    this.updateSendButton();
    this.field.focus({ preventScroll: true });
  }

  updateSendButton() {
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
    this.updateSendButton();
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
    this.setReceipt("");
    this.log.append(this.typing);
    this.toEnd();
    this.sending += 1;
    let answer = null;
    try {
      [answer] = await Promise.all([this.send(this, body, media), wait(MIN_TYPING_MS)]);
    } catch {
      answer = { heard: false };
    }
    this.sending -= 1;
    if (!this.sending) this.typing.remove();
    if (answer.phone) {
      this.show(answer.phone, this.clock);
    } else {
      mine.forEach((node) => node.classList.remove("draft")); // the thread could not be stored: only the screen has it
      (answer.texts ?? []).filter((text) => !text.mine).forEach((text) => this.draw(text, false));
      this.setReceipt(answer.heard ? "Delivered" : "No answer", !answer.heard);
    }
    this.toEnd();
  }

  // Show the thread; return whether it has new texts since it was last shown.
  show(data, clock) {
    this.clock = clock;
    this.tick();
    const first = data.number !== this.number;
    if (first) {
      this.number = data.number;
      this.root.querySelector(".own").textContent = data.number;
      this.clear();
    }
    if (this.sending) return false;
    const at = data.texts.findIndex((text) => text.sid === this.lastSid);
    if (at < 0 && this.lastSid) this.clear();
    const fresh = data.texts.slice(at + 1);
    if (!fresh.length) return false;
    if (this.dropDrafts()) this.lastAt = this.storedAt;
    fresh.forEach((text) => this.draw(text, false));
    this.lastSid = fresh.at(-1).sid;
    this.storedAt = this.lastAt;
    const lastMine = data.texts.findLast((text) => text.mine);
    if (lastMine) this.setReceipt(lastMine.heard ? "Delivered" : "No answer", !lastMine.heard);
    this.toEnd();
    return !first;
  }

  dropDrafts() {
    const drafts = this.log.querySelectorAll(".draft");
    drafts.forEach((draft) => draft.remove());
    return drafts.length > 0;
  }

  clear() {
    this.lastAt = this.storedAt = 0;
    this.lastSid = "";
    [...this.log.children].filter((node) => !node.classList.contains("empty")).forEach((node) => node.remove());
  }

  draw(text, draft = true) {
    const nodes = [];
    if (text.at - this.lastAt > PAUSE_S) nodes.push(make("p", "stamp", this.stamp(text.at)));
    this.lastAt = text.at;
    const bubble = make("div", `text ${text.mine ? "mine" : "theirs"}`);
    if (text.media) this.picture(bubble);
    else if (this.actionPattern && !text.mine) bubble.replaceChildren(...this.withActions(text.body));
    else bubble.replaceChildren(...withWholeNumbers(text.body));
    bubble.dir = "auto";
    bubble.title = this.clockText(text.at);
    nodes.push(bubble);
    if (text.note && this.young) {
      bubble.lang = text.note.language ?? "";
      nodes.push(this.noteLine(text.note));
    }
    if (draft) nodes.forEach((node) => node.classList.add("draft"));
    this.log.append(...nodes);
    if (text.mine) this.lastMine = bubble;
    return nodes;
  }

  // Split a text into nodes: links and suggested replies can be pressed, all else stays text.
  withActions(body) {
    let end = 0;
    const pieces = [];
    for (const found of body.matchAll(this.actionPattern)) {
      const { code, reply } = found.groups;
      pieces.push(body.slice(end, found.index), code ? this.link(found[0]) : this.replyButton(reply));
      end = found.index + found[0].length;
    }
    return [...pieces, body.slice(end)];
  }

  link(words) {
    const link = make("a", "", words);
    link.href = new URL(words).pathname; // on this server, by whatever host name the browser uses
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

  // Return the line with the conversation's state, its language, and the size of the text.
  noteLine(note) {
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

  setReceipt(words, fault = false) {
    this.receipt.textContent = words;
    this.receipt.classList.toggle("fault", fault);
    if (words && this.lastMine?.isConnected) this.lastMine.after(this.receipt);
    else this.receipt.remove();
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }
}
