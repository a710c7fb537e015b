// A map in a file: search, what is on record of what was chosen, and the map beside it. Words become text, never markup.

import { kindOf } from "./finding.js";
import { SceneMap } from "./scene_map.js";

const given = JSON.parse(document.getElementById("data").textContent);
const place = document.getElementById("place");
const ask = document.getElementById("ask");
const found = document.getElementById("found");
const said = document.getElementById("said");
const dark = matchMedia("(prefers-color-scheme: dark)");
const MOST_FOUND = 12;
const map = new SceneMap(place, given.network);
map.tell = { chosen: (thing) => tell(thing.id), opened: () => said.focus() };

function show() {
  const room = place.clientHeight || 560;
  map.take({ scene: given.scene, height: Math.max(room - 4, 320), ground: dark.matches ? "dark" : "light" });
}
dark.addEventListener("change", show);
addEventListener("resize", show);
show();
tell("");

ask.addEventListener("input", () => {
  const words = plain(ask.value).split(/\s+/).filter(Boolean);
  const hits = words.length ? given.search.filter(([name]) => words.every((word) => plain(name).includes(word))) : [];
  // What is on the map first, then the shorter name: "customs" means the customs administration before its academy.
  hits.sort((one, other) => !one[1] - !other[1] || one[0].length - other[0].length);
  const items = hits.slice(0, MOST_FOUND).map(([name, box, thing]) => link(name, () => go(box, thing)));
  if (hits.length > MOST_FOUND) items.push(element("li", `and ${hits.length - MOST_FOUND} more`, "quiet"));
  if (words.length && !hits.length) items.push(element("li", "Nothing on this map has such a name.", "quiet"));
  found.replaceChildren(...items);
});
ask.addEventListener("keydown", (event) => event.key === "Enter" && found.querySelector("button")?.click());

function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");
}

function go(box, thing) {
  found.replaceChildren();
  if (box) map.show(box);
  tell(thing || box);
  said.focus({ preventScroll: true });
}

// Who or what this is, what belongs to it, whom it is linked with here, and what sources say of it.
function tell(name) {
  const thing = given.things[name] ?? given.things[""];
  const parts = [element("h2", thing.title), ...thing.facts.map((fact) => element("p", fact))];
  if (given.search.some(([, box, one]) => one === name && !box)) parts.push(element("p", "Not drawn on this map.", "quiet"));
  for (const [title, names] of thing.lists ?? []) {
    parts.push(list(title, names.map((one) => link(given.things[one].title, () => go(one, one)))));
  }
  const linked = neighbours(name);
  if (linked.length) parts.push(list("Linked on this map with", linked.map((id) => link(nameOf(id), () => go(id)))));
  if (thing.claims.length) parts.push(list("On record", thing.claims.map((id) => claim(given.claims[id]))));
  if (thing.more) parts.push(element("p", `and ${thing.more} more records`, "quiet"));
  said.replaceChildren(...parts);
  said.parentElement.scrollTop = 0;
}

function neighbours(id) {
  return kindOf(given.scene, id) === "box" ? [...new Set(map.network.getConnectedNodes(`box ${id}`))].map((each) => each.slice(4)) : [];
}

function nameOf(id) {
  return given.scene.boxes.find((box) => box.id === id)?.name ?? id;
}

function claim({ says, note, source, read, address }) {
  const item = element("li", "", "claim");
  item.append(element("p", says));
  for (const words of [note, [source, read].filter(Boolean).join("; "), address]) {
    if (words) item.append(element("p", words, "quiet"));
  }
  return item;
}

function list(title, items) {
  const whole = document.createElement("div");
  if (title) whole.append(element("h3", title));
  const rows = document.createElement("ul");
  rows.append(...items);
  whole.append(rows);
  return whole;
}

function link(words, act) {
  const item = document.createElement("li");
  const button = element("button", words);
  button.type = "button";
  button.addEventListener("click", act);
  item.append(button);
  return item;
}

function element(name, words, kind = "") {
  const made = document.createElement(name);
  made.textContent = words;
  made.dir = "auto";
  if (kind) made.className = kind;
  return made;
}
