import { expect, it } from "vitest";
import { timeAxis } from "./chart-time";

const labels = (...times: string[]) => {
  const { ticks, label } = timeAxis(times.map((time) => Date.parse(time)));
  return ticks.map(label);
};

it("has the hours of a day, and says which day", () => {
  expect(labels("2026-11-12T08:30Z", "2026-11-12T13:30Z")).toEqual([
    "09:00",
    "10:00",
    "11:00",
    "12:00",
    "13:00",
  ]);
  expect(timeAxis([Date.parse("2026-11-12T08:30Z"), Date.parse("2026-11-12T13:30Z")]).note).toBe(
    "UTC, 12 Nov 2026",
  );
});

it("names the day at midnight", () => {
  expect(labels("2026-11-12T18:00Z", "2026-11-13T12:00Z")).toEqual([
    "18:00",
    "21:00",
    "13 Nov",
    "03:00",
    "06:00",
    "09:00",
    "12:00",
  ]);
});

it("begins weeks on Mondays", () => {
  expect(labels("2026-10-01T00:00Z", "2026-11-12T00:00Z")).toEqual([
    "5 Oct",
    "12 Oct",
    "19 Oct",
    "26 Oct",
    "2 Nov",
    "9 Nov",
  ]);
});

it("shows the year when it goes over more than one", () => {
  expect(labels("2025-08-10T00:00Z", "2026-11-12T00:00Z")).toEqual([
    "Sept 2025",
    "Nov 2025",
    "Jan 2026",
    "Mar 2026",
    "May 2026",
    "Jul 2026",
    "Sept 2026",
    "Nov 2026",
  ]);
});

it("has a tick for one moment alone, in the middle", () => {
  const time = Date.parse("2026-11-12T08:30Z");
  const { domain, ticks, label } = timeAxis([time, time]);
  expect(ticks.map(label)).toEqual(["12 Nov 2026"]);
  expect(domain[1] - time).toBe(time - domain[0]);
});

it("never has more than nine ticks, from minutes to centuries", () => {
  const from = Date.parse("2026-01-31T10:07Z");
  for (let span = 60_000; span < 2e12; span *= 1.3) {
    const { ticks } = timeAxis([from, from + span]);
    expect(ticks.length).toBeLessThanOrEqual(9);
    expect(ticks).toEqual(ticks.toSorted((one, other) => one - other));
    expect(ticks.every((tick) => tick >= from && tick <= from + span)).toBe(true);
  }
});

it("has a tick wherever there is room for one", () => {
  const from = Date.parse("2026-01-31T10:07Z");
  for (let span = 120_000; span < 2e12; span *= 1.3) {
    expect(timeAxis([from, from + span]).ticks.length).toBeGreaterThan(0);
  }
});
