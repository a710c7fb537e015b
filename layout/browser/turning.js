// Turns slides by key: what a presenter's remote sends, the arrows and the space bar. It counts by itself, so that no
// press is lost while a slide is drawn, and tells whoever mounts it: turned (a place, from 1), leave.

const KEYS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1 };
const BLACK = [".", "b", "B"]; // a remote's key for a black screen sends one of these
const TYPING = "input, textarea, select, [contenteditable]";
// A place that is open takes Escape for itself, as a field takes what is typed.
const OPEN = '[data-testid="stPopoverBody"], [role="listbox"], [role="dialog"]';

export class Turning {
  constructor(root, tell) {
    this.tell = tell;
    this.place = 1;
    this.count = 1;
    this.parts = Object.fromEntries(["back", "place", "forward", "full"].map((name) => [name, root.querySelector(`.turning .${name}`)]));
    this.parts.back.addEventListener("click", () => this.go(this.place - 1));
    this.parts.forward.addEventListener("click", () => this.go(this.place + 1));
    this.parts.full.addEventListener("click", () => this.full());
    this.ended = new AbortController();
    // Before anything else on the page gets the key: a map that was clicked would walk from box to box by the arrows.
    addEventListener("keydown", (event) => this.key(event), { capture: true, signal: this.ended.signal });
  }

  take(place, count) {
    Object.assign(this, { place, count });
    this.parts.place.textContent = `${place} of ${count}`;
    this.parts.back.disabled = place <= 1;
    this.parts.forward.disabled = place >= count;
  }

  key(event) {
    const target = event.composedPath()[0];
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || target.matches?.(TYPING)) return;
    if (event.key === " " && target.matches?.("button:focus-visible, a:focus-visible")) return;
    const act = this.meant(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  meant(key) {
    if (this.black) return key === "Shift" ? null : () => this.lighten();
    if (key in KEYS) return () => this.go(this.place + KEYS[key]);
    if (key === "Home") return () => this.go(1);
    if (key === "End") return () => this.go(this.count);
    if (key === "f" || key === "F") return () => this.full();
    // The remote's key for the beginning of a show: a browser would load the page anew in the middle of a talk.
    if (key === "F5") return () => this.isFull() || this.full();
    if (BLACK.includes(key)) return () => this.darken();
    if (key === "Escape" && !this.isFull() && !document.querySelector(OPEN)) return () => this.tell.leave();
    return null;
  }

  go(place) {
    const to = Math.max(1, Math.min(place, this.count));
    if (to === this.place) return;
    this.take(to, this.count);
    this.tell.turned(to);
  }

  isFull() {
    return Boolean(document.fullscreenElement);
  }

  full() {
    if (this.isFull()) document.exitFullscreen();
    // A browser may say no, for instance to a page in a frame: the slides turn all the same.
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  // The room looks at the one who speaks; any key or a click brings the slide back, and turns nothing.
  darken() {
    this.black = document.createElement("div");
    this.black.className = "black-screen";
    this.black.setAttribute("role", "status");
    this.black.setAttribute("aria-label", "The screen is black. Any key brings the slide back.");
    Object.assign(this.black.style, { position: "fixed", inset: "0", background: "#000000", zIndex: "2147483647", cursor: "none" });
    this.black.addEventListener("click", () => this.lighten());
    document.body.append(this.black);
  }

  lighten() {
    this.black?.remove();
    this.black = null;
  }

  end() {
    this.lighten();
    this.ended.abort();
  }
}
