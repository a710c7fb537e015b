// Finds things on a scene: what lies under a point, what belongs to a choice, what is next in a direction.

import { isSeen, pathOf } from "./drawing.js";

const NEAR_A_LINE = 12;
const pen = document.createElement("canvas").getContext("2d");

export const NOTHING = { kind: "none", id: "" };

export function thingAt(scene, point, look) {
  const seen = scene.lines.filter((line) => isSeen(line, look)).reverse();
  const tagged = seen.find((line) => line.tag && holds(line.tag, point));
  if (tagged) return { kind: "line", id: tagged.id };
  const box = scene.boxes.findLast((each) => holds(each, point));
  if (box) return { kind: "box", id: box.id };
  pen.lineWidth = NEAR_A_LINE;
  const line = seen.find((each) => pen.isPointInStroke(pathOf(each), point.x, point.y));
  if (line) return { kind: "line", id: line.id };
  const zone = scene.zones.find((each) => each.id && holds(each, point));
  return zone ? { kind: "zone", id: zone.id } : NOTHING;
}

// Null: nothing fades. Else the ids of the boxes and lines that stay as they are.
export function litBy(scene, chosen) {
  if (chosen.kind !== "box" && chosen.kind !== "line") return null;
  const lit = new Set([chosen.id]);
  for (const line of scene.lines) {
    if (line.id === chosen.id || line.ends.includes(chosen.id)) [line.id, ...line.ends].forEach((id) => lit.add(id));
  }
  return lit;
}

export function kindOf(scene, id) {
  if (scene.boxes.some((box) => box.id === id)) return "box";
  if (scene.lines.some((line) => line.id === id)) return "line";
  return scene.zones.some((zone) => id && zone.id === id) ? "zone" : "none";
}

// Everything the keyboard reaches: boxes, lines by their tag, zones that can be chosen.
export function stops(scene, look) {
  const tagged = scene.lines.filter((line) => line.tag && isSeen(line, look));
  return [
    ...scene.boxes.map((box) => ({ kind: "box", id: box.id, name: box.name, ...middle(box) })),
    ...tagged.map((line) => ({ kind: "line", id: line.id, name: line.name, ...middle(line.tag) })),
    ...scene.zones.filter((zone) => zone.id).map((zone) => ({ kind: "zone", id: zone.id, name: zone.name, ...edge(zone) })),
  ];
}

export function next(all, from, key) {
  const here = all.find((stop) => stop.id === from);
  if (!here) return all.reduce((first, stop) => (stop.x + stop.y < first.x + first.y ? stop : first), all[0]);
  const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  let best = here;
  let least = Infinity;
  for (const stop of all) {
    const along = (stop.x - here.x) * dx + (stop.y - here.y) * dy;
    const aside = Math.abs((stop.x - here.x) * dy) + Math.abs((stop.y - here.y) * dx);
    // What lies more aside than ahead waits for the other pair of arrows.
    if (along > 1 && aside <= 2 * along && along + 2 * aside < least) [best, least] = [stop, along + 2 * aside];
  }
  return best;
}

function holds(area, { x, y }) {
  return x >= area.x && x <= area.x + area.w && y >= area.y && y <= area.y + area.h;
}

function middle(area) {
  return { x: area.x + area.w / 2, y: area.y + area.h / 2 };
}

function edge(area) {
  return { x: area.x + 20, y: area.y + 14 };
}
