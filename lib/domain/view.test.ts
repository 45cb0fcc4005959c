import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moved, viewOf, viewOfBox, zoomAt } from "./view.ts";

const pane = { width: 800, height: 600 };

describe("how a picture lies in its pane", () => {
  test("fits, in the middle and at the top; never larger than it is", () => {
    expect(viewOf("fit", pane, { width: 400, height: 1200 })).toEqual({ zoom: 0.5, x: 300, y: 0 });
    expect(viewOf("fit", pane, { width: 80, height: 60 })).toEqual({ zoom: 1, x: 360, y: 0 });
    expect(viewOf("width", pane, { width: 1600, height: 9000 })).toEqual({ zoom: 0.5, x: 0, y: 0 });
    expect(viewOf("actual", pane, { width: 1600, height: 9000 }).zoom).toBe(1);
  });

  test("is never pushed out of it", () => {
    const picture = { width: 1000, height: 2000 };
    const far = moved(viewOf("actual", pane, picture), 5000, -5000);
    expect(viewOf(far, pane, picture)).toEqual({ zoom: 1, x: 0, y: -1400 });
  });

  test("what is under the pointer stays under it", () => {
    const numbers = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ zoom: fc.double({ min: 0.1, max: 8, noNaN: true }), x: numbers, y: numbers }),
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        fc.record({ x: numbers, y: numbers }),
        (view, times, at) => {
          const next = zoomAt(view, times, at);
          expect((at.x - next.x) / next.zoom).toBeCloseTo((at.x - view.x) / view.zoom, 4);
          expect((at.y - next.y) / next.zoom).toBeCloseTo((at.y - view.y) / view.zoom, 4);
        },
      ),
    );
  });

  test("a region comes into the middle, and a small one no larger than twice", () => {
    const { zoom, x, y } = viewOfBox({ x: 100, y: 200, width: 10, height: 10 }, pane);
    expect(zoom).toBe(2);
    expect([x + 105 * zoom, y + 205 * zoom]).toEqual([400, 300]);
  });
});
