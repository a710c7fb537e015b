// The map on a page of Streamlit: takes a scene and returns what the reader chooses.
// Data: { scene, height, held }, held being the selection that Python has.
// State: selection { kind, id, turn }. Trigger: opened { kind, id }.

import "./vis-network.min.js";
import { SceneMap } from "./scene_map.js";

const mounted = new WeakMap(); // the place on the page -> its map

export default function show({ data, parentElement, setStateValue, setTriggerValue }) {
  let map = mounted.get(parentElement);
  if (!map) mounted.set(parentElement, (map = new SceneMap(parentElement)));
  const call = (map.calls = (map.calls ?? 0) + 1);
  map.tell = {
    chosen: (thing) => setStateValue("selection", { ...thing, turn: Date.now() }),
    opened: (thing) => setTriggerValue("opened", thing),
  };
  map.take({ ...data, ground: groundOf(parentElement) });
  // Streamlit also cleans up after a call that a newer one overtook: the map is then still in use.
  return () => {
    if (map.calls !== call) return;
    map.close();
    mounted.delete(parentElement);
  };
}

// Streamlit tells a component its colours, and calls again when the reader's system turns from light to dark.
function groundOf(place) {
  const element = place.host ?? place;
  const [red, green, blue] = rgb(getComputedStyle(element).getPropertyValue("--st-background-color"));
  return red + green + blue < 384 ? "dark" : "light";
}

function rgb(colour) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillStyle = colour; // what is no colour is ignored
  return [1, 3, 5].map((place) => parseInt(pen.fillStyle.slice(place, place + 2), 16));
}
