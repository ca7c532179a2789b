// A sound and a notice on the desktop, off until somebody turns them on. A notice says that somebody waits, no more.

const KEPT = "warmline.sound";
const TONES = { news: [660, 880], urgent: [880, 660, 880, 660], text: [740] };

export class Notice {
  constructor(button) {
    this.button = button;
    this.on = false;
    this.audio = null;
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => this.turn(!this.on));
    if (localStorage.getItem(KEPT) === "on") {
      this.set(true);
      // a browser lets no page sound before somebody touched it
      for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => this.wake(), { once: true });
    }
  }

  turn(on) {
    localStorage.setItem(KEPT, on ? "on" : "off");
    this.set(on);
    if (!on) return;
    this.wake();
    this.play("news");
    if ("Notification" in window && Notification.permission === "default") Notification.requestPermission();
  }

  set(on) {
    this.on = on;
    this.button.setAttribute("aria-pressed", String(on));
    this.button.querySelector(".label").textContent = on ? "Sound is on" : "Sound is off";
  }

  wake() {
    if (!this.on) return;
    this.audio ??= new AudioContext();
    if (this.audio.state === "suspended") this.audio.resume();
  }

  // Sound the tones of a kind; what is told on the desktop names nobody.
  tell(kind, words) {
    if (!this.on) return;
    this.play(kind);
    if (document.hidden && "Notification" in window && Notification.permission === "granted") {
      new Notification(words, { tag: "warmline", renotify: true });
    }
  }

  play(kind) {
    if (!this.audio || this.audio.state === "closed") return;
    TONES[kind].forEach((pitch, at) => {
      const [tone, loudness, from] = [this.audio.createOscillator(), this.audio.createGain(), this.audio.currentTime + at * 0.18];
      tone.frequency.value = pitch;
      loudness.gain.setValueAtTime(0, from);
      loudness.gain.linearRampToValueAtTime(0.2, from + 0.02);
      loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.32);
      tone.connect(loudness).connect(this.audio.destination);
      tone.start(from);
      tone.stop(from + 0.34);
    });
  }
}
