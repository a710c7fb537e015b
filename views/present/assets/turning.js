// Turns slides by key: what a presenter's remote sends, the arrows and the space bar.
// Data: { place, count, turn }. State: room (height of the window). Trigger: turned { place, turn } or { leave, turn }.

const mounted = new WeakMap();

export default function show({ data, parentElement, setStateValue, setTriggerValue }) {
  let turning = mounted.get(parentElement);
  if (!turning) mounted.set(parentElement, (turning = new Turning(parentElement)));
  const call = (turning.calls += 1);
  Object.assign(turning, { tell: setTriggerValue, keep: setStateValue });
  turning.take(data);
  return () => {
    if (turning.calls !== call) return;
    turning.end();
    mounted.delete(parentElement);
  };
}

const KEYS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1 };
const TYPING = "input, textarea, select, [contenteditable]";

class Turning {
  constructor(root) {
    this.calls = 0;
    this.turn = Date.now();
    this.first = this.turn;
    this.parts = Object.fromEntries(["back", "place", "forward", "full"].map((name) => [name, root.querySelector(`.${name}`)]));
    this.parts.back.addEventListener("click", () => this.go(this.place - 1));
    this.parts.forward.addEventListener("click", () => this.go(this.place + 1));
    this.parts.full.addEventListener("click", () => this.full());
    this.ended = new AbortController();
    // Before anything else on the page gets the key: a map that was clicked would walk from box to box by the arrows.
    addEventListener("keydown", (event) => this.key(event), { capture: true, signal: this.ended.signal });
    addEventListener("resize", () => this.measure(), { signal: this.ended.signal });
  }

  take({ place, count, turn }) {
    this.count = count;
    // What comes back late, while the reader has turned on, is not believed.
    if (this.turn === this.first || turn >= this.turn) this.place = place;
    this.draw();
    this.measure();
  }

  draw() {
    this.parts.place.textContent = `${this.place} of ${this.count}`;
    this.parts.back.disabled = this.place <= 1;
    this.parts.forward.disabled = this.place >= this.count;
  }

  measure() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (innerHeight !== this.told) this.keep("room", (this.told = innerHeight));
    }, this.told ? 200 : 0);
  }

  key(event) {
    const target = event.composedPath()[0];
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || target.matches?.(TYPING)) return;
    if (event.key === " " && target.matches?.("button:focus-visible, a:focus-visible")) return;
    const act = event.key in KEYS ? () => this.go(this.place + KEYS[event.key])
      : event.key === "Home" ? () => this.go(1)
      : event.key === "End" ? () => this.go(this.count)
      : event.key === "f" || event.key === "F" ? () => this.full()
      : event.key === "Escape" && !document.fullscreenElement ? () => this.send({ leave: true }) : null;
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  go(place) {
    const to = Math.max(1, Math.min(place, this.count));
    if (to === this.place) return;
    this.place = to;
    this.draw();
    this.send({ place: to });
  }

  send(what) {
    this.tell("turned", { ...what, turn: (this.turn += 1) });
  }

  full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }

  end() {
    this.ended.abort();
    clearTimeout(this.waiting);
  }
}
