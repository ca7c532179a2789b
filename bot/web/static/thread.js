// The thread of a case and how it scrolls: by itself on a wide screen, with the page on a narrow one.

export const narrow = matchMedia("(max-width: 860px)");

export class Thread {
  constructor(live) {
    this.live = live;
    const place = () => this.placeBelow();
    addEventListener("scroll", place, { passive: true });
    live.addEventListener("scroll", place, { passive: true, capture: true }); // that of the thread does not bubble
    addEventListener("resize", place);
  }

  get thread() {
    return this.live.querySelector(".thread");
  }

  get scroller() {
    return narrow.matches ? document.scrollingElement : this.thread;
  }

  get texts() {
    return this.live.querySelectorAll(".text").length;
  }

  atEnd() {
    if (!narrow.matches) return this.thread.scrollHeight - this.thread.scrollTop - this.thread.clientHeight < 60;
    const end = this.thread.getBoundingClientRect().bottom;
    return end > 0 && end <= innerHeight - this.boxInView() + 60;
  }

  // How much of the reply box is in view, in pixels.
  boxInView() {
    const { top, bottom } = this.live.querySelector(".box").getBoundingClientRect();
    return bottom > 0 ? Math.max(0, innerHeight - top) : 0;
  }

  toEnd() {
    if (!this.thread) return;
    if (!narrow.matches) this.thread.scrollTop = this.thread.scrollHeight;
    else this.live.querySelector(".talk").scrollIntoView({ block: "end" });
    this.live.querySelector(".below").hidden = true;
  }

  // The button for a new text stands above the reply box, or at the bottom of a small screen, wherever the page is.
  placeBelow() {
    const button = this.live.querySelector(".below");
    if (!button || button.hidden) return;
    if (this.atEnd()) button.hidden = true;
    const above = narrow.matches && this.thread.getBoundingClientRect().bottom <= 0;
    button.textContent = above ? "New message above" : "New message below";
    button.style.setProperty("--box", `${narrow.matches ? Math.min(this.boxInView(), innerHeight / 2) : this.live.querySelector(".box").offsetHeight}px`);
  }

  // Change the page by `change`: who reads the end goes on to the new end, and all others stay where they are.
  around(change) {
    const [end, texts, top] = [this.atEnd(), this.texts, this.scroller.scrollTop];
    change();
    const more = this.texts > texts;
    if (more && end) this.toEnd();
    else if (more) this.live.querySelector(".below").hidden = false;
    else if (!narrow.matches) this.scroller.scrollTop = top;
    this.placeBelow();
  }
}
