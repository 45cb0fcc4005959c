import { expect, it } from "vitest";
import type { ChartSpec } from "./chart";
import { fileName, toCsv } from "./chart-file";

const spec: ChartSpec = {
  kind: "lines",
  x: "Week beginning",
  y: "Quality score (0–100)",
  unit: "%",
  series: [{ key: "q", label: "Median, of all", color: "var(--quality)" }],
  band: { low: "low", high: "high", label: "Middle half", color: "var(--quality)" },
  points: [
    { label: "16 Nov", values: { q: 86.5, low: -2, high: 1234567 } },
    { label: '=SUM("A1")', values: { q: null, low: 0 } },
  ],
};

it("quotes, leaves numbers alone, and shows a gap as an empty cell", () => {
  expect(toCsv(spec).split("\r\n")).toEqual([
    'Week beginning,"Median, of all","Middle half, from","Middle half, to"',
    "16 Nov,86.5,-2,1234567",
    `"'=SUM(""A1"")",,0,`,
    "",
  ]);
});

it.each(["=1", "+1", "-1", "@x", "\tx"])("makes %j harmless", (label) => {
  const csv = toCsv({ ...spec, band: undefined, points: [{ label, values: { q: 1 } }] });
  expect(csv.split("\r\n")[1]).toBe(`'${label},1`);
});

it("quotes a text that begins with a line break, as well", () => {
  const csv = toCsv({ ...spec, points: [{ label: "\rx", values: {} }] });
  expect(csv).toContain(`"'\rx",`);
});

it("has the exact time where there is one", () => {
  const at = "2026-11-16T00:00:00Z";
  const csv = toCsv({ ...spec, band: undefined, points: [{ label: "16 Nov", at, values: {} }] });
  expect(csv).toBe(`Week beginning,Time,"Median, of all"\r\n16 Nov,${at},\r\n`);
});

it.each([
  ["weekly-quality", "weekly-quality-2026-11-22.csv"],
  ["../Ä b", "b-2026-11-22.csv"],
  ["…", "chart-2026-11-22.csv"],
])("names the file of %j", (id, name) => {
  expect(fileName(id, "csv", new Date("2026-11-22T23:59:00Z"))).toBe(name);
});
