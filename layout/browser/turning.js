// Turns slides by key: what a presenter's remote sends, the arrows and the space bar. It counts by itself, so that no
// press is lost while a slide is drawn, and tells whoever mounts it: turned (a place, from 1), leave.

const KEYS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1 };
const TYPING = "input, textarea, select, [contenteditable]";

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
    const act = event.key in KEYS ? () => this.go(this.place + KEYS[event.key])
      : event.key === "Home" ? () => this.go(1)
      : event.key === "End" ? () => this.go(this.count)
      : event.key === "f" || event.key === "F" ? () => this.full()
      : event.key === "Escape" && !document.fullscreenElement ? () => this.tell.leave() : null;
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  go(place) {
    const to = Math.max(1, Math.min(place, this.count));
    if (to === this.place) return;
    this.take(to, this.count);
    this.tell.turned(to);
  }

  full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }

  end() {
    this.ended.abort();
  }
}
