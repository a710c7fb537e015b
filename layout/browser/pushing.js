// How far the reader pushed which boxes. Another theme may put a box elsewhere: it then stands there, and where it was
// pushed counts again when it is back in its old place.

export class Pushed {
  #by = new Map(); // box id -> { x, y } that it was pushed, and the place that it was pushed from

  of(scene) {
    const here = scene.boxes.filter(({ id, x, y }) => this.#by.get(id)?.from === `${x} ${y}`);
    return new Map(here.map(({ id }) => [id, this.#by.get(id)]));
  }

  far(scene, id) {
    return this.of(scene).get(id) ?? { x: 0, y: 0 };
  }

  // At least half of a box stays on the sheet.
  push(scene, id, x, y) {
    const box = scene.boxes.find((each) => each.id === id);
    const within = (at, size, most) => Math.min(Math.max(at, -size / 2), most - size / 2);
    const to = { x: within(box.x + x, box.w, scene.width), y: within(box.y + y, box.h, scene.height) };
    this.#by.set(id, { x: to.x - box.x, y: to.y - box.y, from: `${box.x} ${box.y}` });
  }

  clear() {
    this.#by.clear();
  }
}
