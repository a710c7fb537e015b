// A map: shows a scene through vis-network (its view, gestures and redrawing; physics off). Whoever mounts it gives it
// { scene, height, held, ground } and hears of choices by map.tell = { chosen, opened }.

import { bare, download, drawBox, drawGround, drawLegend, drawTag, picture } from "./drawing.js";
import { kindOf, litBy, next, NOTHING, stops, thingAt } from "./finding.js";
import { Pushed } from "./pushing.js";
import { rearranged } from "./rearranging.js";

const { DataSet, Network } = globalThis.vis;
const remembered = new Map(); // scene id -> the reader's zoom, place and rearrangement: outlives the map itself
const LEAST = 0.6; // of the whole map in the frame
const MOST = 5;
const FAMILY = '"Who Else Sans"';
const STEADY = 4; // px that a hand moves without meaning to push
const LEGIBLE = 0.75; // letters of 13 are then 10 px
const HEAD = 300; // px of the scene: wider than any body
const TOOLS = 24; // px that the tools take at the foot
const GIVEN = "whoelse map given";
const NUDGE = 8; // px of the scene that Shift and an arrow push a box

globalThis.whoelseMaps ??= {}; // for the tests

export class SceneMap {
  // `linked` is the network as pyvis builds it, where there is one: nodes are drawn by the scene, edges say who is linked.
  constructor(root, linked = { nodes: [], edges: [] }) {
    this.root = root;
    this.frame = root.querySelector(".map");
    this.sheet = root.querySelector(".sheet");
    this.spoken = root.querySelector(".spoken");
    this.legend = root.querySelector(".legend");
    this.pushed = new Pushed();
    this.chosen = NOTHING;
    this.focus = null;
    this.touched = false;
    this.things = new Map(); // node id -> how it is drawn
    this.nodes = new DataSet(linked.nodes.map((node) => this.node(node)));
    this.listening = new AbortController();
    this.network = new Network(this.sheet, { nodes: this.nodes, edges: new DataSet(linked.edges) }, options());
    this.network.on("beforeDrawing", (ctx) => this.ground(ctx));
    this.watch();
    // The face may still be on its way when the first map is drawn.
    const faces = [400, 600].map((weight) => document.fonts.load(`${weight} 13px ${FAMILY}`));
    Promise.all(faces).then(() => this.network && this.scene && this.frameUp());
  }

  ground(ctx) {
    if (!this.scene) return;
    this.showLegend();
    this.now = { ...this.look(), legendAway: !this.legend.hidden }; // for the nodes as well, which are drawn next
    drawGround(ctx, this.scene, this.now);
  }

  look() {
    return { chosen: this.chosen, focus: this.focus, lit: litBy(this.scene, this.chosen) };
  }

  take({ scene, height, held, ground }) {
    if (!this.scene) this.firstDrawn();
    const other = this.scene?.id !== scene.id;
    const refit = other || this.scene?.projector !== scene.projector;
    this.given = { ...scene, signs: scene.signs[ground], paper: scene.signs.paper };
    Object.assign(this, { scene: this.given, height });
    if (refit) this.recall();
    this.scene = rearranged(this.given, this.pushed.of(this.given));
    this.frame.style.setProperty("--sheet", this.scene.signs.sheet);
    this.frame.style.setProperty("--ink", this.scene.signs.ink.second);
    this.follow(held ?? NOTHING, other);
    if (kindOf(scene, this.chosen.id) !== this.chosen.kind) this.chosen = NOTHING;
    if (kindOf(scene, this.focus) === "none") this.focus = null;
    this.sheet.setAttribute("aria-label", `Map of ${scene.boxes.length} boxes and ${scene.lines.length} lines. `
      + "Arrow keys move, Enter chooses, Escape clears, plus and minus zoom, zero shows the whole map, "
      + "Shift and an arrow push a box aside.");
    this.place();
    this.legendDrawn = null;
    this.frame.classList.toggle("pushed", this.scene !== this.given);
    this.frameUp();
    globalThis.whoelseMaps[scene.id] = this.hook();
  }

  // For the bench: from the data until the first map is drawn.
  firstDrawn() {
    performance.mark(GIVEN);
    this.network.once("afterDrawing", () => performance.measure("whoelse map drawn", GIVEN));
  }

  // A selection with a turn is the echo of a choice made here, perhaps not of the last one: it counts only for a map
  // that is new. One without was made in Python; it is sent back, or the next rerun would undo it.
  follow(held, isNew) {
    if (held.turn || held === NOTHING) {
      if (isNew) this.chosen = held;
    } else if (held.id !== this.chosen.id) {
      this.choose({ kind: held.kind, id: held.id });
    }
  }

  // Nodes are compared by id: what stayed where it was is not touched.
  place() {
    const things = new Map();
    for (const box of this.scene.boxes) things.set(`box ${box.id}`, { area: box, draw: drawBox, what: box });
    for (const line of this.scene.lines) {
      if (line.tag) things.set(`tag ${line.id}`, { area: line.tag, draw: drawTag, what: line });
    }
    this.things = things;
    this.nodes.remove(this.nodes.getIds().filter((id) => !things.has(id)));
    const moved = [...things].map(([id, { area }]) => ({ id, x: area.x + area.w / 2, y: area.y + area.h / 2 }));
    this.nodes.update(moved.filter((node) => differs(node, this.nodes.get(node.id))).map((node) => this.node(node)));
  }

  node(node) {
    const ctxRenderer = ({ ctx, id }) => {
      const { area, draw, what } = this.things.get(id);
      return {
        drawNode: () => draw(ctx, what, this.scene.signs, this.now),
        nodeDimensions: { width: area.w, height: area.h },
      };
    };
    return { ...node, shape: "custom", ctxRenderer, fixed: true };
  }

  // Sets the size of the frame; the view is fitted again unless the reader has moved it.
  frameUp() {
    const full = this.isFull();
    const width = (this.width = this.frame.clientWidth);
    if (!width || !this.scene) return; // hidden, or not yet told what to show
    const own = full ? window.innerHeight : this.height || Math.round((width * this.scene.height) / this.scene.width);
    this.whole = Math.min(width / this.scene.width, own / this.scene.height) * (full ? 0.97 : 1);
    this.legendDrawn = null; // its rows are those of another width
    // px below the map for a legend that is too small to be read on it
    this.foot = this.whole < LEGIBLE && this.scene.legend.length ? this.legendHeight() + TOOLS : 0;
    const height = full || this.height ? own : own + this.foot;
    if (this.foot) this.whole = Math.min(width / this.scene.width, (height - this.foot) / this.scene.height);
    this.sheet.style.height = `${height}px`;
    this.network.setSize(`${width}px`, `${height}px`);
    if (this.touched && this.view) this.network.moveTo({ ...this.view, animation: false });
    else this.fit();
    this.network.redraw();
  }

  fit() {
    this.touched = false;
    const middle = { x: this.scene.width / 2, y: this.scene.height / 2 + this.foot / 2 / this.whole };
    this.network.moveTo({ position: middle, scale: this.whole });
    this.remember();
  }

  zoom(factor) {
    const scale = this.network.getScale() * factor;
    this.network.moveTo({ scale: Math.min(Math.max(scale, this.whole * LEAST), MOST) });
    this.looked();
  }

  looked() {
    const scale = this.network.getScale();
    const bounded = Math.min(Math.max(scale, this.whole * LEAST), MOST);
    if (bounded !== scale) this.network.moveTo({ scale: bounded });
    this.touched = true;
    this.view = { position: this.network.getViewPosition(), scale: bounded };
    this.remember();
  }

  memory() {
    return `${this.scene.id}${this.scene.projector ? " on the projector" : ""}`;
  }

  remember() {
    remembered.set(this.memory(), { touched: this.touched, view: this.view, pushed: this.pushed });
  }

  recall() {
    const { touched = false, view = null, pushed = new Pushed() } = remembered.get(this.memory()) ?? {};
    Object.assign(this, { touched, view, pushed });
  }

  choose(thing) {
    this.chosen = thing;
    const { boxes, lines, zones } = this.scene;
    const name = [...boxes, ...lines, ...zones].find((each) => each.id === thing.id)?.name;
    this.spoken.textContent = name ? `\u2068${name}\u2069: chosen, and written about beside the map` : "Nothing chosen";
    this.network.redraw();
    this.tell.chosen(thing);
  }

  // Choose a box from elsewhere on the page, and bring it into sight where it is too small or too far to be read.
  show(id) {
    const stop = stops(this.scene, this.look()).find((each) => each.id === id);
    if (!stop) return;
    this.chosen = { kind: stop.kind, id };
    this.focus = id;
    // A head (of a country) comes to the top, with what belongs to it below.
    const isHead = this.scene.boxes.some((box) => box.id === id && box.w > HEAD);
    const scale = Math.max(this.network.getScale(), isHead ? LEGIBLE : 1);
    if (scale > this.network.getScale() || !this.isInside(stop)) {
      const below = isHead ? (0.35 * this.sheet.clientHeight) / scale : 0;
      this.network.moveTo({ position: { x: stop.x, y: stop.y + below }, scale });
      this.looked();
    }
    this.network.redraw();
  }

  open(thing) {
    if (thing.kind !== "none") this.tell.opened(thing);
  }

  legendHeight() {
    drawLegend(this.legend, this.scene, this.width);
    this.legendDrawn = this.scene;
    this.legend.hidden = false;
    return this.legend.getBoundingClientRect().height;
  }

  // The legend stays in sight where the reader has moved into the map.
  showLegend() {
    const { scene, legend } = this;
    const foot = Math.max(...scene.legend.map((entry) => entry.text.y), 0);
    const small = this.network.getScale() < LEGIBLE;
    const away = scene.legend.length > 0 && (small || (this.touched && !this.isInside({ x: 0, y: foot })));
    legend.hidden = !away;
    if (away && this.legendDrawn !== scene) drawLegend(legend, scene, this.width);
    if (away) this.legendDrawn = scene;
  }

  isInside(point) {
    const { x, y } = this.network.canvasToDOM(point);
    return x > -1 && y >= 0 && x <= this.sheet.clientWidth && y <= this.sheet.clientHeight;
  }

  push(id, x, y) {
    this.pushed.push(this.given, id, x, y);
    this.rearrange();
  }

  putBack() {
    this.pushed.clear();
    this.rearrange();
  }

  rearrange() {
    this.scene = rearranged(this.given, this.pushed.of(this.given));
    this.place();
    this.remember();
    this.frame.classList.toggle("pushed", this.scene !== this.given);
    this.network.redraw();
  }

  isFull() {
    return (this.root.fullscreenElement ?? document.fullscreenElement) === this.frame;
  }

  watch() {
    const signal = this.listening.signal;
    const at = ({ pointer }) => thingAt(this.scene, pointer.canvas, this.look());
    this.network.on("click", (event) => this.choose(at(event)));
    this.network.on("doubleClick", (event) => this.open(at(event)));
    this.network.on("zoom", () => this.looked());
    this.network.on("dragEnd", () => this.looked());
    this.sheet.addEventListener("mousemove", (event) => this.point(event), { signal });
    this.sheet.addEventListener("keydown", (event) => this.press(event), { signal });
    this.sheet.addEventListener("pointerdown", (event) => this.grasp(event), { capture: true, signal });
    window.addEventListener("beforeprint", () => this.print(), { signal });
    this.sheet.addEventListener("blur", () => this.rest(), { signal });
    // The wheel scrolls the page: a map as wide as the text would catch every reader on the way down. It zooms with
    // Ctrl or Cmd (what a trackpad's pinch sends, too) and on the full screen, where there is nothing to scroll.
    const keep = (event) => event.ctrlKey || event.metaKey || this.isFull() || event.stopPropagation();
    this.sheet.addEventListener("wheel", keep, { capture: true, passive: true, signal });
    for (const button of this.root.querySelectorAll("[data-tool]")) {
      button.addEventListener("click", () => this.use(button.dataset.tool), { signal });
    }
    this.frame.addEventListener("fullscreenchange", () => this.fitFrame(), { signal });
    this.resizing = new ResizeObserver(() => this.frame.clientWidth !== this.width && this.frameUp());
    this.resizing.observe(this.frame);
  }

  fitFrame() {
    this.touched = false;
    this.frameUp();
  }

  point(event) {
    const point = this.pointOf(event);
    this.sheet.style.cursor = thingAt(this.scene, point, this.look()).kind === "none" ? "default" : "pointer";
  }

  // A box under a mouse or pen is pushed; everything else, and a finger, moves the whole map.
  grasp(event) {
    if (event.button !== 0 || event.pointerType === "touch") return;
    const from = this.pointOf(event);
    const thing = thingAt(this.scene, from, this.look());
    const box = thing.kind === "box" && this.scene.boxes.find((each) => each.id === thing.id && each.shape !== "action");
    this.network.setOptions({ interaction: { dragView: !box } });
    if (!box) return;
    const { x, y } = this.pushed.far(this.given, box.id);
    const held = new AbortController();
    let pushing = false;
    const follow = (moving) => {
      const to = this.pointOf(moving);
      pushing ||= Math.hypot(moving.clientX - event.clientX, moving.clientY - event.clientY) > STEADY;
      if (pushing) this.push(box.id, x + to.x - from.x, y + to.y - from.y);
    };
    window.addEventListener("pointermove", follow, { signal: held.signal });
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => held.abort(), { signal: held.signal });
  }

  pointOf(event) {
    const { left, top } = this.sheet.getBoundingClientRect();
    return this.network.DOMtoCanvas({ x: event.clientX - left, y: event.clientY - top });
  }

  press(event) {
    const act = {
      "+": () => this.zoom(1.25),
      "=": () => this.zoom(1.25),
      "-": () => this.zoom(0.8),
      0: () => this.fit(),
      Enter: () => this.enter(),
      Escape: () => this.choose(NOTHING),
    }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (act) act();
    else if (event.key.startsWith("Arrow")) event.shiftKey ? this.nudge(event.key) : this.step(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation(); // some of these keys mean something to the page as well
  }

  step(key) {
    const stop = next(stops(this.scene, this.look()), this.focus, key);
    if (!stop) return;
    this.focus = stop.id;
    this.spoken.textContent = `\u2068${stop.name}\u2069`;
    const { x, y } = this.network.canvasToDOM(stop);
    if (x < 0 || y < 0 || x > this.sheet.clientWidth || y > this.sheet.clientHeight) {
      this.network.moveTo({ position: { x: stop.x, y: stop.y } });
      this.looked();
    }
    this.network.redraw();
  }

  nudge(key) {
    if (kindOf(this.scene, this.focus) !== "box") return;
    const { x, y } = this.pushed.far(this.given, this.focus);
    const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
    this.push(this.focus, x + dx * NUDGE, y + dy * NUDGE);
  }

  // Enter chooses; Enter on what is chosen opens it, as a double click does.
  enter() {
    if (!this.focus) return;
    const thing = { kind: kindOf(this.scene, this.focus), id: this.focus };
    if (this.chosen.id === thing.id) this.open(thing);
    else this.choose(thing);
  }

  rest() {
    this.focus = null;
    this.network.redraw();
  }

  use(tool) {
    if (tool === "larger") this.zoom(1.25);
    if (tool === "smaller") this.zoom(0.8);
    if (tool === "whole") this.fit();
    if (tool === "screen") this.isFull() ? document.exitFullscreen() : this.frame.requestFullscreen();
    if (tool === "back") this.putBack();
    if (tool === "picture") download(this.scene, { ...this.look(), focus: null });
  }

  // A canvas prints as it was last drawn, in its colours and at the size of the screen: paper gets a picture instead.
  print() {
    const image = this.root.querySelector(".on-paper");
    image.src = picture({ ...this.scene, signs: this.scene.paper }, bare()).toDataURL();
    image.alt = this.sheet.getAttribute("aria-label");
  }

  hook() {
    const client = (point) => {
      const { left, top } = this.sheet.getBoundingClientRect();
      const { x, y } = this.network.canvasToDOM(point);
      return { x: left + x, y: top + y };
    };
    return {
      network: this.network,
      pointOf: (id) => client(stops(this.scene, this.look()).find((stop) => stop.id === id)),
      pointAt: (x, y) => client({ x, y }),
      chosen: () => this.chosen,
      focus: () => this.focus,
      pushed: () => Object.fromEntries([...this.pushed.of(this.given)].map(([id, { x, y }]) => [id, { x, y }])),
      scene: () => this.scene,
    };
  }

  close() {
    this.listening.abort();
    this.resizing.disconnect();
    delete globalThis.whoelseMaps[this.scene.id];
    this.network.destroy();
    this.network = null;
  }
}

function differs(node, known) {
  return !known || known.x !== node.x || known.y !== node.y;
}

function options() {
  return {
    autoResize: false,
    physics: false,
    layout: { randomSeed: 1, improvedLayout: false },
    interaction: { dragNodes: false, hover: false, selectable: false, selectConnectedEdges: false, zoomSpeed: 0.6 },
  };
}
