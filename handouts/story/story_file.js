// A story in a file: one slide at a time, turned by key. Words become text, never markup.

import { SceneMap } from "./scene_map.js";
import { Turning } from "./turning.js";

const { slides } = JSON.parse(document.getElementById("data").textContent);
const [title, place, bar, lists, rests] = ["title", "place", "bar", "lists", "rests"].map((id) => document.getElementById(id));
const main = place.parentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
// No name of a module (turning) may be taken: the file joins them in one scope.
const map = new SceneMap(place);
map.tell = { chosen: () => {}, opened: () => {} };
const turns = new Turning(document, { turned: (to) => (location.hash = to), leave: () => {} });

function asked() {
  const number = parseInt(location.hash.slice(1), 10) || 1;
  return Math.max(1, Math.min(number, slides.length));
}

function show() {
  const slide = slides[asked() - 1];
  title.textContent = document.title = slide.title;
  rests.textContent = slide.restsOn;
  bar.replaceChildren(...slide.bar.filter(([number]) => number).map(part));
  lists.replaceChildren(...slide.columns.map(column));
  place.hidden = !slide.scene;
  if (slide.scene) draw(slide.scene);
  turns.take(asked(), slides.length);
  main.scrollTop = 0;
}

// As wide as the window, unless it is then too high for it.
function draw(scene) {
  const natural = place.clientWidth * scene.height / scene.width;
  map.take({ scene, height: Math.max(Math.min(natural, main.clientHeight - 4), 200), ground: dark.matches ? "dark" : "light" });
}

function part([number, kind]) {
  const made = element("div", String(number), kind);
  made.style.flex = number;
  return made;
}

function column({ head, entries, more }) {
  const made = document.createElement("section");
  const list = document.createElement("ul");
  list.append(...entries.map(entry), ...(more ? [element("li", more)] : []));
  if (head) made.append(element("h2", head));
  made.append(list);
  return made;
}

function entry({ text, mark, says }) {
  const line = document.createElement("li");
  if (mark) line.append(element("span", mark, "mark"));
  line.append(element("strong", text));
  if (says) line.append(element("span", says, "says"));
  return line;
}

function element(name, words, kind = "") {
  const made = document.createElement(name);
  made.textContent = words;
  made.dir = "auto";
  if (kind) made.className = kind;
  return made;
}

addEventListener("hashchange", show);
addEventListener("resize", show);
dark.addEventListener("change", show);
show();
