// Draws a scene on a canvas: on the screen through vis-network, and on a sheet of its own for the PNG.
// Every place, width and colour was decided in Python; words only ever reach the canvas by fillText.

const FACE = '"Who Else Sans", sans-serif';
const FADED = 0.35;
const CORNER = 10;
const ROUNDEST = 26; // of a network: in a tall box, rounder ends would meet its words
const PLAIN = { chosen: { id: null }, focus: null, lit: null };
const PRINTED = 3000; // px across: 19 cm of paper at 400 to the inch
const MARGIN = 12; // px of the scene around it, on a picture
const LARGEST = 48e6; // px that a browser draws without complaint
const LEAST_LETTER = 2.5; // px on the screen: smaller ones are a grey line at best
const LEAST_LINE = 0.8;
const paths = new WeakMap();
let grain = 1; // screen px for one px of the scene, in what is drawn now

// How a map looks on which nothing is chosen.
export function bare() {
  return PLAIN;
}

function drawSheet(ctx, scene, look) {
  ctx.fillStyle = scene.signs.sheet;
  ctx.fillRect(0, 0, scene.width, scene.height);
  drawGround(ctx, scene, look);
  for (const box of scene.boxes) drawBox(ctx, box, scene.signs, look);
  for (const line of scene.lines) drawTag(ctx, line, scene.signs, look);
}

// The whole map at the resolution of print, whatever part of it is on the screen.
export function picture(scene, look) {
  const size = { width: scene.width + 2 * MARGIN, height: scene.height + 2 * MARGIN };
  const fine = Math.max(2, PRINTED / size.width);
  const scale = Math.min(fine, Math.sqrt(LARGEST / (size.width * size.height)));
  return scaled(size, scale, (ctx) => {
    ctx.fillStyle = scene.signs.sheet;
    ctx.fillRect(0, 0, size.width, size.height);
    ctx.translate(MARGIN, MARGIN);
    drawSheet(ctx, scene, look);
  });
}

// The legend alone, on a canvas of its own: in the rows of the map, or in as many as a narrow frame needs.
export function drawLegend(canvas, scene, room) {
  const entries = legendRows(canvas.getContext("2d"), scene.legend, room);
  const size = { width: Math.max(...entries.map(({ right }) => right)) + 4, height: Math.max(...entries.map(({ y }) => y)) + 26 };
  const shown = grain;
  scaled(size, window.devicePixelRatio || 1, (ctx) => {
    grain = 1;
    for (const { entry, left, x, y } of entries) {
      ctx.save();
      ctx.translate(x - left, y + 18 - entry.text.y);
      drawEntry(ctx, entry, scene.signs);
      ctx.restore();
    }
  }, canvas);
  grain = shown;
  canvas.style.aspectRatio = `${size.width} / ${size.height}`;
  canvas.style.width = `${size.width}px`;
}

// Where each entry stands: x and y of its left end and baseline, from those that it has on the map.
function legendRows(pen, legend, room) {
  const top = Math.min(...legend.map((entry) => entry.text.y));
  const rows = legend.map((entry) => {
    const { text } = entry;
    pen.font = `${text.weight} ${text.size}px ${FACE}`;
    const left = Math.min(entry.line?.path[0][0] ?? text.x, entry.box?.x ?? text.x);
    return { entry, left, x: left, y: text.y - top, right: text.x + text.size + pen.measureText(text.text).width };
  });
  if (rows.every(({ right }) => right + 4 <= room)) return rows;
  let [x, y] = [0, 0];
  return rows.map((row) => {
    const wide = row.right - row.left;
    if (x > 0 && x + wide + 4 > room) [x, y] = [0, y + 22];
    const placed = { ...row, x, y, right: x + wide };
    x += wide + 14;
    return placed;
  });
}

function scaled({ width, height }, scale, draw, canvas = document.createElement("canvas")) {
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const ctx = canvas.getContext("2d");
  ctx.scale(scale, scale);
  draw(ctx);
  return canvas;
}

export function download(scene, look) {
  picture(scene, look).toBlob((content) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = `whoelse-${scene.id.replace(/[^A-Za-z0-9]+/g, "-")}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
}

export function drawGround(ctx, scene, look) {
  grain = ctx.getTransform().a / (look.fine ?? 1);
  for (const zone of scene.zones) drawZone(ctx, zone, scene.signs, look);
  if (!look.legendAway) for (const entry of scene.legend) drawEntry(ctx, entry, scene.signs);
  for (const text of scene.texts) drawText(ctx, text, scene.signs);
  for (const line of scene.lines) drawLine(ctx, line, scene.signs, look);
}

// A line is seen unless it waits for one of its boxes to be chosen.
export function isSeen(line, look) {
  return !line.whenChosen || look.chosen.id === line.id || line.ends.includes(look.chosen.id);
}

export function drawBox(ctx, box, signs, look) {
  const faded = fades(box.id, look) && box.shape !== "action";
  ctx.save();
  if (look.chosen.id === box.id) glow(ctx, outline(box, 0), signs, 9);
  if (box.shape !== "action") drawBody(ctx, box, signs, faded);
  if (look.focus === box.id) ring(ctx, box, signs);
  for (const text of box.texts) drawText(ctx, text, signs, faded);
  if (box.shape === "action") drawCross(ctx, box, signs);
  ctx.restore();
}

export function drawTag(ctx, line, signs, look) {
  const tag = line.tag;
  if (!tag || !isSeen(line, look)) return;
  const sign = signs.tags[tag.kind];
  const faded = fades(line.id, look) && !staysBright(line);
  const shape = new Path2D();
  shape.roundRect(tag.x, tag.y, tag.w, tag.h, sign.radius);
  ctx.save();
  if (look.chosen.id === line.id && sign.stroke) glow(ctx, shape, signs, 8);
  ctx.fillStyle = sign.fill;
  ctx.fill(shape);
  if (sign.stroke) stroke(ctx, shape, sign);
  if (look.focus === line.id) ring(ctx, tag, signs);
  for (const text of tag.texts) drawText(ctx, text, signs, faded);
  ctx.restore();
}

export function pathOf(line) {
  if (!paths.has(line)) paths.set(line, tracePath(line));
  return paths.get(line);
}

function tracePath({ path, curve }) {
  const trace = new Path2D();
  trace.moveTo(...path[0]);
  if (curve === "spline") {
    for (let i = 1; i + 2 < path.length; i += 3) trace.bezierCurveTo(...path[i], ...path[i + 1], ...path[i + 2]);
    return trace;
  }
  for (let i = 1; i < path.length; i += 1) {
    const turns = curve === "rounded" && i + 1 < path.length;
    if (turns) trace.arcTo(...path[i], ...path[i + 1], Math.min(CORNER, ...halves(path, i)));
    else trace.lineTo(...path[i]);
  }
  return trace;
}

function halves(path, i) {
  const length = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) / 2;
  return [length(path[i - 1], path[i]), length(path[i], path[i + 1])];
}

// Gaps and reported problems are what the reader came for: they never fade.
function staysBright(line) {
  return line.kind === "gap" || line.kind === "problem";
}

function fades(id, look) {
  return look.lit !== null && !look.lit.has(id);
}

function drawZone(ctx, zone, signs, look) {
  const sign = signs.zones[zone.kind];
  ctx.save();
  if (zone.kind === "arrow" || zone.kind === "rule") drawRule(ctx, zone, sign);
  else {
    const inset = sign.stroke ? sign.width / 2 : 0;
    const area = new Path2D();
    area.roundRect(zone.x + inset, zone.y + inset, zone.w - 2 * inset, zone.h - 2 * inset, sign.radius);
    ctx.fillStyle = sign.fill;
    ctx.fill(area);
    if (sign.stroke) stroke(ctx, area, sign);
    if (zone.id && look.focus === zone.id) ring(ctx, zone, signs);
  }
  ctx.restore();
}

function drawRule(ctx, zone, sign) {
  const right = zone.x + zone.w;
  const y = zone.y + 0.5;
  ctx.strokeStyle = sign.stroke;
  ctx.fillStyle = sign.stroke;
  ctx.lineWidth = sign.width;
  ctx.beginPath();
  ctx.moveTo(zone.x, y);
  ctx.lineTo(zone.kind === "arrow" ? right - 6 : right, y);
  ctx.stroke();
  if (zone.kind !== "arrow") return;
  ctx.beginPath();
  ctx.moveTo(right, y);
  ctx.lineTo(right - 8, y - 4.5);
  ctx.lineTo(right - 8, y + 4.5);
  ctx.fill();
}

function drawLine(ctx, line, signs, look) {
  if (!isSeen(line, look)) return;
  const sign = signs.lines[line.kind];
  const lit = look.lit !== null && look.lit.has(line.id);
  ctx.save();
  if (look.chosen.id === line.id) glow(ctx, pathOf(line), signs, sign.width + 7);
  if (fades(line.id, look) && !staysBright(line)) ctx.globalAlpha = FADED;
  const width = Math.max(sign.width, LEAST_LINE / grain) + (lit ? 0.9 : 0);
  stroke(ctx, pathOf(line), { ...sign, width });
  ctx.restore();
}

function drawBody(ctx, box, signs, faded) {
  const sign = signs.borders[box.border];
  for (let sheet = Math.min(box.stack, 2); sheet > 0; sheet -= 1) {
    const behind = outline(box, 0.6, 3 * sheet);
    ctx.fillStyle = sign.fill;
    ctx.fill(behind);
    ctx.globalAlpha = faded ? FADED : 1;
    stroke(ctx, behind, { stroke: sign.bar, width: 1.2 });
    ctx.globalAlpha = 1;
  }
  // The border lies inside the box, so that its outer edge falls between pixels and looks crisp.
  const body = outline(box, sign.width / 2);
  ctx.fillStyle = sign.fill;
  ctx.fill(body);
  ctx.globalAlpha = faded ? FADED : 1;
  drawBar(ctx, box, body, sign);
  stroke(ctx, body, sign);
  if (box.shape === "court") stroke(ctx, outline(box, 3.5), { stroke: sign.bar, width: 1 });
  ctx.globalAlpha = 1;
}

function drawBar(ctx, box, body, sign) {
  if (box.shape !== "ministry" && box.shape !== "enforcement") return;
  const sample = box.h < 20;
  ctx.save();
  ctx.clip(body);
  ctx.fillStyle = sign.bar;
  if (box.shape === "ministry") ctx.fillRect(box.x, box.y, box.w, sample ? 4 : 7);
  else ctx.fillRect(box.x, box.y, sample ? 5 : 7, box.h);
  ctx.restore();
}

function outline(box, inset, shift = 0) {
  const [x, y] = [box.x + inset + shift, box.y + inset + shift];
  const [w, h] = [box.w - 2 * inset, box.h - 2 * inset];
  const cut = Math.min(10, h / 3);
  const shape = new Path2D();
  if (box.shape === "laboratory") corners(shape, x, y, w, h, cut, cut);
  else if (box.shape === "international") corners(shape, x, y, w, h, Math.min(12, h / 2), h / 2);
  else shape.roundRect(x, y, w, h, radius(box.shape, h));
  return shape;
}

function radius(shape, h) {
  if (shape === "network") return Math.min(ROUNDEST, h / 2);
  return shape === "authority" ? Math.min(10, h / 3) : 3;
}

// A rectangle with its corners cut: an octagon, or a hexagon when the cuts meet at the sides.
function corners(shape, x, y, w, h, across, down) {
  shape.moveTo(x + across, y);
  shape.lineTo(x + w - across, y);
  shape.lineTo(x + w, y + down);
  shape.lineTo(x + w, y + h - down);
  shape.lineTo(x + w - across, y + h);
  shape.lineTo(x + across, y + h);
  shape.lineTo(x, y + h - down);
  shape.lineTo(x, y + down);
  shape.closePath();
}

function drawEntry(ctx, entry, signs) {
  if (entry.line) {
    ctx.save();
    stroke(ctx, pathOf(entry.line), signs.lines[entry.line.kind]);
    ctx.restore();
  }
  if (entry.box) drawBox(ctx, entry.box, signs, PLAIN);
  drawText(ctx, entry.text, signs);
}

// The isolates keep a name in Urdu from turning the words around it, and an override in a name from leaving it.
function drawText(ctx, text, signs, faded = false) {
  if (text.size * grain < LEAST_LETTER) return;
  const words = `\u2068${text.text}\u2069`;
  ctx.font = `${text.weight} ${text.size}px ${FACE}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  ctx.direction = "ltr";
  ctx.fillStyle = faded ? signs.ink.faded : signs.ink[text.ink];
  const before = text.dot === "none" ? 0 : text.size * 0.8;
  const left = text.x - share(text.align) * (share(text.align) ? before + ctx.measureText(words).width : 0);
  if (before) drawDot(ctx, text, left);
  ctx.fillText(words, left + before, text.y);
}

function share(align) {
  return { left: 0, center: 0.5, right: 1 }[align];
}

function drawDot(ctx, text, left) {
  if (text.dot === "question") {
    ctx.fillText("?", left, text.y);
    return;
  }
  ctx.beginPath();
  ctx.arc(left + text.size * 0.27, text.y - text.size * 0.31, text.size * 0.2, 0, 2 * Math.PI);
  ctx.lineWidth = text.size * 0.09;
  ctx.strokeStyle = ctx.fillStyle;
  if (text.dot === "full") ctx.fill();
  ctx.stroke();
}

// The typeface has no cross, so it is drawn.
function drawCross(ctx, box, signs) {
  const [x, y] = [box.x + box.w - 6, box.y + box.h / 2];
  const cross = new Path2D();
  cross.moveTo(x - 3.5, y - 3.5);
  cross.lineTo(x + 3.5, y + 3.5);
  cross.moveTo(x + 3.5, y - 3.5);
  cross.lineTo(x - 3.5, y + 3.5);
  stroke(ctx, cross, { stroke: signs.ink.primary, width: 1.5 });
}

function stroke(ctx, path, sign) {
  ctx.strokeStyle = sign.stroke;
  ctx.lineWidth = sign.width;
  ctx.setLineDash(sign.dash ?? []);
  ctx.stroke(path);
  ctx.setLineDash([]);
}

function glow(ctx, path, signs, width) {
  ctx.lineJoin = "round";
  stroke(ctx, path, { stroke: signs.halo, width });
}

function ring(ctx, area, signs) {
  const shape = new Path2D();
  shape.roundRect(area.x - 4, area.y - 4, area.w + 8, area.h + 8, 6);
  stroke(ctx, shape, { stroke: signs.focus, width: 2, dash: [2, 2] });
}
