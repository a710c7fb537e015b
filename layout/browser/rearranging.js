// A scene in which the reader has pushed boxes elsewhere: lines follow their ends, words stay on their line.

// moved: Map of box id -> { x, y }, how far it was pushed. What was not pushed stays the very same object.
export function rearranged(scene, moved) {
  if (!moved.size) return scene;
  const boxes = scene.boxes.map((box) => (moved.has(box.id) ? shifted(box, moved.get(box.id)) : box));
  const lines = scene.lines.map((line) => (line.ends.some((id) => moved.has(id)) ? followed(line, moved) : line));
  return { ...scene, boxes, lines };
}

function shifted(area, { x, y }) {
  const texts = area.texts.map((text) => ({ ...text, x: text.x + x, y: text.y + y }));
  return { ...area, x: area.x + x, y: area.y + y, texts };
}

function followed(line, moved) {
  const still = { x: 0, y: 0 };
  const [first, last] = line.ends.map((id) => moved.get(id) ?? still);
  const bent = line.curve === "spline" ? spline : angular;
  const path = bent(line.path, first, last);
  const tag = line.tag && shifted(line.tag, wordShift(line, path, first, last));
  return { ...line, path, tag };
}

function spline(path, first, last) {
  return path.map(([x, y], i) => {
    const push = i < 2 ? first : i > path.length - 3 ? last : { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
    return [x + push.x, y + push.y];
  });
}

// The end moves; the next corner moves with it across its own stretch, so that level stays level and upright upright.
function angular(path, first, last) {
  if (path.length === 2 && same(first, last)) return path.map(([x, y]) => [x + first.x, y + first.y]);
  const whole = path.length === 2 ? withMiddle(path) : path.map((point) => [...point]);
  dragEnd(whole, first);
  return dragEnd(whole.reverse(), last).reverse();
}

// Two corners in the middle of a straight line, which lets its ends part.
function withMiddle([from, to]) {
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return [[...from], [...middle], middle, [...to]];
}

function dragEnd(path, { x, y }) {
  const level = Math.abs(path[1][0] - path[0][0]) >= Math.abs(path[1][1] - path[0][1]);
  path[0] = [path[0][0] + x, path[0][1] + y];
  path[1] = level ? [path[1][0], path[1][1] + y] : [path[1][0] + x, path[1][1]];
  return path;
}

// A word keeps its share of the way along its line.
function wordShift(line, path, first, last) {
  if (line.curve === "spline" || same(first, last)) return { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
  const { x, y, w, h } = line.tag;
  const centre = [x + w / 2, y + h / 2];
  const [toX, toY] = along(path, share(line.path, centre));
  const [fromX, fromY] = along(line.path, share(line.path, centre));
  return { x: toX - fromX, y: toY - fromY };
}

function share(path, point) {
  let [best, least, before] = [0, Infinity, 0];
  const whole = length(path);
  for (let i = 1; i < path.length; i += 1) {
    const [from, to] = [path[i - 1], path[i]];
    const size = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const dot = (point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1]);
    const part = size ? Math.min(Math.max(dot / size, 0), size) : 0;
    const near = size ? [from[0] + ((to[0] - from[0]) * part) / size, from[1] + ((to[1] - from[1]) * part) / size] : from;
    const away = Math.hypot(point[0] - near[0], point[1] - near[1]);
    if (away < least) [best, least] = [(before + part) / (whole || 1), away];
    before += size;
  }
  return best;
}

function along(path, part) {
  let left = part * length(path);
  for (let i = 1; i < path.length; i += 1) {
    const [from, to] = [path[i - 1], path[i]];
    const size = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (left <= size && size) return [from[0] + ((to[0] - from[0]) * left) / size, from[1] + ((to[1] - from[1]) * left) / size];
    left -= size;
  }
  return path.at(-1);
}

function length(path) {
  return path.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - path[i][0], y - path[i][1]), 0);
}

function same(one, other) {
  return one.x === other.x && one.y === other.y;
}
