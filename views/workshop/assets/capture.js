// Types contacts at the speed of a keyboard: letters and Enter find a body, twice makes a contact.
// Data: { bodies: [{ id, name, also: [other names], here: in the room, claims }], kinds: [[id, words]], kind, said, done }.
// Trigger: told [{ a, b, kind, by, denied, turn } or { name, turn }]: all that the page has not said to be done, each time.

const mounted = new WeakMap();

export default function show({ data, parentElement, setTriggerValue }) {
  let capture = mounted.get(parentElement);
  if (!capture) mounted.set(parentElement, (capture = new Capture(parentElement)));
  const call = (capture.calls += 1);
  capture.tell = setTriggerValue;
  capture.take(data);
  return () => {
    if (capture.calls !== call) return;
    clearTimeout(capture.later);
    mounted.delete(parentElement);
  };
}

const SIDES = ["both", "first", "second"];
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

class Capture {
  constructor(root) {
    this.frame = root.querySelector(".capture");
    this.slots = ["first", "second"].map((name) => new Slot(root.querySelector(`.${name}`), this));
    this.kind = root.querySelector(".kind");
    this.by = root.querySelector(".by");
    this.spoken = root.querySelector(".spoken");
    this.calls = 0;
    this.turn = Date.now();
    this.untold = [];
    this.kinds = [];
    this.side = 0;
    this.denied = false;
    this.frame.addEventListener("keydown", (event) => this.key(event));
  }

  take({ bodies, kinds, kind, said, done }) {
    this.bodies = bodies.map((body) => ({ ...body, names: [body.name, ...body.also].map((name) => ({ text: folded(name) })) }));
    this.frame.classList.toggle("one", !kinds.length);
    this.untold = this.untold.filter(({ turn }) => turn > done);
    // A page drawn before a key's kind was heard still names the old one.
    const unheard = this.untold.some(({ name }) => name === "kind");
    const chosen = kinds.length && !unheard && kind !== this.given;
    this.kinds = kinds;
    if (chosen) this.kind_at = kinds.findIndex(([id]) => id === kind);
    if (!unheard) this.given = kind;
    if (said !== this.said) this.spoken.textContent = said;
    this.said = said;
    this.again();
    this.draw();
    if (this.calls === 1 || chosen) this.slots.find((slot) => !slot.id).input.focus({ preventScroll: true });
  }

  draw() {
    const [first, second] = this.slots;
    if (!this.kinds.length) return;
    this.kind.textContent = this.kinds[this.kind_at][1];
    this.frame.classList.toggle("denied", this.denied);
    const said = { both: "both sides say so", first: `${first.name || "the first"} says so`, second: `${second.name || "the second"} says so` };
    this.by.textContent = this.denied ? "both sides say so" : said[SIDES[this.side]];
  }

  // Alt and a letter never writes; the same keys do the same in both fields.
  key(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (!this.kinds.length) return;
    const place = /^Digit([1-9])$/u.exec(event.code)?.[1];
    const act = place ? () => this.choose(place - 1) : {
      KeyB: () => (this.side = (this.side + 1) % SIDES.length),
      KeyN: () => (this.denied = !this.denied),
      KeyZ: () => this.send({ name: "undo" }),
      KeyH: () => this.send({ name: "hide" }),
    }[event.code];
    if (!act) return;
    event.preventDefault();
    act();
    this.draw();
  }

  choose(place) {
    if (!this.kinds[place]) return;
    this.kind_at = place;
    this.given = this.kinds[place][0];
    this.send({ name: "kind", kind: this.given });
  }

  picked(keepFirst) {
    const [first, second] = this.slots;
    if (!this.kinds.length) {
      this.send({ a: first.id });
      this.spoken.textContent = `${first.name} …`;
      return first.clear();
    }
    this.draw();
    if (!first.id) return first.input.focus();
    if (!second.id) return second.input.focus();
    if (first.id === second.id) {
      this.spoken.textContent = "A contact needs two bodies.";
      return second.clear();
    }
    this.send({ a: first.id, b: second.id, kind: this.kinds[this.kind_at][0], by: SIDES[this.side], denied: this.denied });
    this.spoken.textContent = `${first.name} – ${second.name} …`;
    second.clear();
    if (!keepFirst) first.clear();
    this.denied = false;
    this.draw();
    (keepFirst ? second : first).input.focus();
  }

  // A page that is being drawn hears only the last call, so each call tells everything that is not done yet.
  send(value) {
    this.untold.push({ ...value, turn: (this.turn += 1) });
    this.tell("told", [...this.untold]);
    this.again();
  }

  again() {
    clearTimeout(this.later);
    if (this.untold.length) this.later = setTimeout(() => { this.tell("told", [...this.untold]); this.again(); }, 1500);
  }
}

class Slot {
  constructor(input, capture) {
    Object.assign(this, { input, capture, list: input.nextElementSibling, found: [], at: 0, id: "", name: "" });
    input.addEventListener("input", () => this.look());
    input.addEventListener("keydown", (event) => this.key(event));
    // Who types fast is back in the field before its list is closed.
    input.addEventListener("blur", () => setTimeout(() => input.matches(":focus") || this.close(), 150));
  }

  look() {
    this.id = this.name = "";
    const words = folded(this.input.value).split(/[\s,.()-]+/u).filter(Boolean);
    this.found = words.length ? this.capture.bodies.map((body) => [rank(body, words), body]).filter(([worth]) => worth < 9)
      .sort(([a, one], [b, two]) => two.here - one.here || a - b || two.claims - one.claims || one.name.length - two.name.length).slice(0, 7).map(([, body]) => body) : [];
    this.at = 0;
    this.draw();
  }

  draw() {
    this.list.replaceChildren(...this.found.map((body, place) => {
      const line = document.createElement("li");
      line.textContent = body.name;
      line.dir = "auto";
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", String(place === this.at));
      line.addEventListener("mousedown", (event) => { event.preventDefault(); this.pick(place, event.shiftKey); });
      return line;
    }));
    this.list.hidden = !this.found.length;
    this.input.setAttribute("aria-expanded", String(!!this.found.length));
    if (this.found.length) this.capture.spoken.textContent = `${this.found[this.at].name} (${this.at + 1} of ${this.found.length})`;
    else if (this.input.value.trim()) this.capture.spoken.textContent = `No body of this name. Add it ${this.capture.kinds.length ? "under “Who”" : "on the right"}, or try other letters.`;
  }

  key(event) {
    if (event.altKey || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.at = Math.max(0, Math.min(this.found.length - 1, this.at + step));
      this.draw();
      this.list.children[this.at]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (this.id) this.capture.picked(event.shiftKey);
      else if (this.found.length) this.pick(this.at, event.shiftKey);
    } else if (event.key === "Escape") {
      this.clear();
    }
  }

  pick(place, keepFirst) {
    Object.assign(this, { id: this.found[place].id, name: this.found[place].name });
    this.input.value = this.name;
    this.close();
    this.capture.picked(keepFirst);
  }

  close() {
    this.found = [];
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  clear() {
    this.id = this.name = this.input.value = "";
    this.close();
  }
}

// Every word that was typed begins a word of one of the body's names; a whole short name is best, then how many claims the body has.
function rank(body, words) {
  let best = 9;
  const typed = words.join(" ");
  for (const { text } of body.names) {
    if (text === typed) best = Math.min(best, 0);
    else {
      const parts = text.split(/[\s,.()/-]+/u);
      if (words.every((word) => parts.some((part) => part.startsWith(word)))) best = Math.min(best, 1);
    }
  }
  return best;
}
