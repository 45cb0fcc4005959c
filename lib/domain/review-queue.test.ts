import { describe, expect, it } from "vitest";
import { parsePlace, queueHref, queueReasons } from "./review-queue";

const now = Date.parse("2026-11-25T12:00:00Z");
const facts = { quality: 90, verdict: null, endedAt: "2026-11-25T10:00:00Z", waiting: true };
const reasons = (change: Partial<typeof facts> | object) =>
  queueReasons({ ...facts, ...change }, now);

describe("what makes a session worth a look", () => {
  it("is nothing where nothing is special", () => {
    expect(reasons({})).toEqual([]);
  });

  it.each([
    [83, true],
    [84, true],
    [85, true],
    [86, true],
    [82, false],
    [87, false],
    [64, true],
    [100, false],
    [0, false],
  ])("is to be close to the edge of a band: %d", (quality, close) => {
    expect(reasons({ quality }).length > 0).toBe(close);
  });

  it("is that it changed after its verdict, which is why it waits again", () => {
    expect(reasons({ verdict: "approve" })).toEqual(["changed since it was approved"]);
    expect(reasons({ verdict: "request_changes" })).toEqual([
      "changed since changes were requested",
    ]);
  });

  it("is a long wait, and no guess where the beginning is not known", () => {
    expect(reasons({ endedAt: "2026-11-20T12:00:00Z" })).toEqual(["waiting for 5 d"]);
    expect(reasons({ endedAt: null })).toEqual([]);
  });

  it("is nothing while it does not wait", () => {
    expect(reasons({ quality: 85, verdict: "approve", waiting: false })).toEqual([]);
  });
});

describe("the address of the queue", () => {
  const session = "82cf56b1-999f-4801-aaf8-bf4f513580dc";

  it("says what is not as usual, and is read back", () => {
    expect(queueHref({ show: "all", blind: false })).toBe("/reviews");
    const href = queueHref({ show: "mine", blind: true, session });
    const params = Object.fromEntries(new URL(href, "http://x").searchParams);
    expect(parsePlace(params)).toEqual({ show: "mine", blind: true, session, notices: [] });
  });

  it("is a place that there is, whatever it says", () => {
    const place = parsePlace({ show: "everything", session: "../../x", blind: "1" });
    expect(place).toMatchObject({ show: "all", session: null, blind: true });
    expect(place.notices).toHaveLength(1);
  });
});
