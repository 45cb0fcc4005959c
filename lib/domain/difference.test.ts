import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aloneBoxes,
  type Box,
  changedBoxes,
  changedShare,
  commonSize,
  type Size,
  shareWords,
} from "./difference.ts";

const marked = ({ width, height }: Size, ...boxes: Box[]) => {
  const mask = new Uint32Array(width * height);
  for (const box of boxes)
    for (let y = box.y; y < box.y + box.height; y++)
      mask.fill(1, y * width + box.x, y * width + box.x + box.width);
  return mask;
};
const holds = (box: Box, x: number, y: number) =>
  x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;

describe("boxes around what changed", () => {
  const size = { width: 400, height: 300 };

  test("nothing changed: none", () => {
    expect(changedBoxes(marked(size), size)).toEqual([]);
  });

  test("two regions, the larger first, each as tight as it is", () => {
    const [small, large] = [
      { x: 10, y: 20, width: 5, height: 3 },
      { x: 200, y: 100, width: 90, height: 41 },
    ];
    expect(changedBoxes(marked(size, small, large), size)).toEqual([large, small]);
  });

  test("letters of one word are one region", () => {
    const letters = [0, 1, 2, 3].map((each) => ({
      x: 100 + each * 14,
      y: 50,
      width: 8,
      height: 9,
    }));
    expect(changedBoxes(marked(size, ...letters), size)).toEqual([
      { x: 100, y: 50, width: 50, height: 9 },
    ]);
  });

  test("the left edge is no neighbour of the right one", () => {
    const edges = [
      { x: 0, y: 16, width: 2, height: 2 },
      { x: 398, y: 0, width: 2, height: 2 },
    ];
    expect(changedBoxes(marked(size, ...edges), size)).toHaveLength(2);
  });

  test("no more than are asked for", () => {
    const all = [0, 1, 2, 3, 4].map((each) => ({ x: each * 80, y: 0, width: each + 1, height: 1 }));
    expect(changedBoxes(marked(size, ...all), size, 2).map(({ width }) => width)).toEqual([5, 4]);
  });

  test("whatever changed: every pixel of it in exactly one box, and none without", () => {
    const pictures = fc
      .record({ width: fc.integer({ min: 1, max: 90 }), height: fc.integer({ min: 1, max: 90 }) })
      .chain((size) =>
        fc.record({
          size: fc.constant(size),
          pixels: fc.array(fc.nat(size.width * size.height - 1), { maxLength: 40 }),
        }),
      );
    fc.assert(
      fc.property(pictures, ({ size, pixels }) => {
        const mask = new Uint32Array(size.width * size.height);
        for (const pixel of pixels) mask[pixel] = 0xff0000ff;
        const boxes = changedBoxes(mask, size);
        for (const pixel of pixels) {
          const [x, y] = [pixel % size.width, Math.floor(pixel / size.width)];
          expect(boxes.filter((box) => holds(box, x, y))).toHaveLength(1);
        }
        for (const box of boxes) {
          expect(box.x + box.width).toBeLessThanOrEqual(size.width);
          expect(box.y + box.height).toBeLessThanOrEqual(size.height);
          const inside = pixels.filter((pixel) =>
            holds(box, pixel % size.width, Math.floor(pixel / size.width)),
          );
          expect(inside.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("pictures of other sizes", () => {
  const sizes = fc.record({
    width: fc.integer({ min: 1, max: 20 }),
    height: fc.integer({ min: 1, max: 20 }),
  });

  test("what one has alone is exactly what both have not", () => {
    fc.assert(
      fc.property(sizes, sizes, (one, other) => {
        const common = commonSize(one, other);
        const boxes = aloneBoxes(one, other);
        const has = (size: Size, x: number, y: number) => x < size.width && y < size.height;
        const wrong: string[] = [];
        for (let y = 0; y < 20; y++) {
          for (let x = 0; x < 20; x++) {
            const alone = (has(one, x, y) || has(other, x, y)) && !has(common, x, y);
            const found = boxes.filter((box) => holds(box, x, y)).length;
            if (found !== Number(alone)) wrong.push(`${x} ${y}`);
          }
        }
        expect(wrong).toEqual([]);
        const alone = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
        const all = alone + common.width * common.height;
        expect(changedShare(0, one, other)).toBeCloseTo(alone / all);
      }),
    );
  });

  test("all of it changed is 1", () => {
    expect(changedShare(100, { width: 10, height: 10 }, { width: 10, height: 20 })).toBe(1);
  });
});

test.each([
  [0, "no change"],
  [0.00001, "under 0.01 %"],
  [0.0032, "0.32 %"],
  [0.041, "4.1 %"],
  [0.41, "41 %"],
  [0.99999, "over 99 %"],
  [1, "100 %"],
])("%d is said as %s", (share, words) => {
  expect(shareWords(share)).toBe(words);
});
