// Alert sound and desktop notification, off until the caseworker turns them on. A notification only says that a
// case is waiting or has a new text; it names nobody.

const STORAGE_KEY = "warmline.sound";
const TONES = { news: [660, 880], urgent: [880, 660, 880, 660], text: [740] };

export class AlertSound {
  constructor(button) {
    this.button = button;
    this.on = false;
    this.audio = null;
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => this.toggle(!this.on));
    if (localStorage.getItem(STORAGE_KEY) === "on") {
      this.set(true);
      // browsers play no sound before the first click or key
      for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => this.resumeAudio(), { once: true });
    }
  }

  toggle(on) {
    localStorage.setItem(STORAGE_KEY, on ? "on" : "off");
    this.set(on);
    if (!on) return;
    this.resumeAudio();
    this.play("news");
    if ("Notification" in window && Notification.permission === "default") Notification.requestPermission();
  }

  set(on) {
    this.on = on;
    this.button.setAttribute("aria-pressed", String(on));
    this.button.querySelector(".label").textContent = on ? "Sound is on" : "Sound is off";
  }

  resumeAudio() {
    if (!this.on) return;
    this.audio ??= new AudioContext();
    if (this.audio.state === "suspended") this.audio.resume();
  }

  // Play the tones of a kind, and show `words`, which name nobody, if the page is hidden.
  alert(kind, words) {
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
