// Turning on a page of Streamlit.
// Data: { place, count, turn }. State: room (height of the window, at most that of a wide one). Trigger: turned { place, turn } or { leave, turn }.

import { Turning } from "./turning.js";

const SHAPE = 9 / 16;
const mounted = new WeakMap(); // the place on the page -> its turning

export default function show({ data, parentElement, setStateValue, setTriggerValue }) {
  let here = mounted.get(parentElement);
  if (!here) mounted.set(parentElement, (here = new Here(parentElement)));
  const call = (here.calls += 1);
  Object.assign(here, { tell: setTriggerValue, keep: setStateValue });
  here.take(data);
  return () => {
    if (here.calls !== call) return;
    here.end();
    mounted.delete(parentElement);
  };
}

class Here {
  constructor(root) {
    this.calls = 0;
    this.turn = this.first = Date.now();
    this.turning = new Turning(root, { turned: (place) => this.send({ place }), leave: () => this.send({ leave: true }) });
    this.ended = new AbortController();
    addEventListener("resize", () => this.measure(), { signal: this.ended.signal });
  }

  take({ place, count, turn }) {
    // What comes back late, while the reader has turned on, is not believed.
    const late = this.turn !== this.first && turn < this.turn;
    this.turning.take(late ? this.turning.place : place, count);
    this.measure();
  }

  measure() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      const room = Math.min(innerHeight, Math.ceil(innerWidth * SHAPE)); // an old projector is as high as a wide one
      if (room !== this.told) this.keep("room", (this.told = room));
    }, this.told ? 200 : 0);
  }

  send(what) {
    this.tell("turned", { ...what, turn: (this.turn += 1) });
  }

  end() {
    this.ended.abort();
    this.turning.end();
    clearTimeout(this.waiting);
  }
}
