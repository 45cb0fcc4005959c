/** What a comparison of two pictures found, and how it is said. Pixels count from the top left. */

export type Size = { width: number; height: number };
export type Box = Size & { x: number; y: number };

/** More than that is refused: a browser keeps four bytes a pixel of it, several times. */
export const MOST_PIXELS = 50_000_000;
/** As many as somebody might step through. */
export const MOST_BOXES = 100;
const TILE = 16;
/** What is left of noise before boxes that overlap are joined, which takes the square of it. */
const MOST_JOINED = 400;

const area = ({ width, height }: Size) => width * height;

function around(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Each tile that holds a marked pixel, with the box that these fill in it. */
function markedTiles(mask: Uint32Array, { width, height }: Size): (Box | undefined)[] {
  const columns = Math.ceil(width / TILE);
  const tiles: (Box | undefined)[] = new Array(columns * Math.ceil(height / TILE));
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (mask[pixel] === 0) continue;
      const tile = Math.floor(y / TILE) * columns + Math.floor(x / TILE);
      const box = tiles[tile];
      if (!box) tiles[tile] = { x, y, width: 1, height: 1 };
      else {
        // In place, as there may be millions of them. They come row by row.
        const right = Math.max(box.x + box.width, x + 1);
        box.x = Math.min(box.x, x);
        box.width = right - box.x;
        box.height = y + 1 - box.y;
      }
    }
  }
  return tiles;
}

/** Tiles that touch, also at a corner, become one box. Takes them out of the list. */
function joinTiles(tiles: (Box | undefined)[], columns: number): Box[] {
  const boxes: Box[] = [];
  for (const start of tiles.keys()) {
    let box = tiles[start];
    if (!box) continue;
    const open = [start];
    tiles[start] = undefined;
    for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
      const column = tile % columns;
      for (const down of [-columns, 0, columns]) {
        for (const right of [-1, 0, 1]) {
          const next = tile + down + right;
          const isBeside = column + right >= 0 && column + right < columns;
          const other = isBeside ? tiles[next] : undefined;
          if (!other) continue;
          box = around(box, other);
          tiles[next] = undefined;
          open.push(next);
        }
      }
    }
    boxes.push(box);
  }
  return boxes;
}

/** Boxes of which none overlaps another, around all that were given. */
function joinOverlapping(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (let box of boxes) {
    for (let index = 0; index < joined.length; ) {
      const other = joined[index];
      if (other && overlap(box, other)) {
        box = around(box, other);
        joined.splice(index, 1);
        index = 0;
      } else index++;
    }
    joined.push(box);
  }
  return joined;
}

const largestFirst = (one: Box, other: Box) =>
  area(other) - area(one) || one.y - other.y || one.x - other.x;

/** Boxes around what is marked (not 0) in a picture, the largest first. */
export function changedBoxes(mask: Uint32Array, size: Size, most = MOST_BOXES): Box[] {
  const tiles = markedTiles(mask, size);
  const boxes = joinTiles(tiles, Math.ceil(size.width / TILE)).sort(largestFirst);
  return joinOverlapping(boxes.slice(0, MOST_JOINED)).sort(largestFirst).slice(0, most);
}

/** What both pictures have when they lie on one another at the top left. */
export const commonSize = (one: Size, other: Size): Size => ({
  width: Math.min(one.width, other.width),
  height: Math.min(one.height, other.height),
});

/** What one of them has alone: to the right, and below. */
export function aloneBoxes(one: Size, other: Size): Box[] {
  const { width, height } = commonSize(one, other);
  const [wider, taller] = [
    one.width > other.width ? one : other,
    one.height > other.height ? one : other,
  ];
  const right = { x: width, y: 0, width: wider.width - width, height: wider.height };
  const bottom = {
    x: 0,
    y: height,
    // The corner is counted to the right already, where one of them has both.
    width: wider === taller || taller.width === width ? width : taller.width,
    height: taller.height - height,
  };
  return [right, bottom].filter((box) => area(box) > 0);
}

/** The share of all pixels that either has, those that one has alone included. */
export function changedShare(changedInCommon: number, one: Size, other: Size): number {
  const common = area(commonSize(one, other));
  const all = area(one) + area(other) - common;
  return all === 0 ? 0 : (changedInCommon + all - common) / all;
}

/** "4.1 %", and never "0 %" of what did change. */
export function shareWords(share: number): string {
  if (share === 0) return "no change";
  if (share < 0.0001) return "under 0.01 %";
  const percent = share * 100;
  const digits = percent < 1 ? 2 : percent < 10 ? 1 : 0;
  // Nor "100 %" of what did not change as a whole.
  if (share < 1 && percent >= 99.5) return "over 99 %";
  return `${percent.toFixed(digits)} %`;
}
