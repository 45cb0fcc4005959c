import fc from "fast-check";
import { expect, test } from "vitest";
import { reasonWords } from "@/lib/domain/reasons";
import { card } from "./card.fixture";
import { type Card, columns } from "./columns";
import { type Format, writers } from "./formats";
import { exportStream } from "./stream";

const now = Date.parse("2026-11-26T00:00:00Z");

/** So many pages of one card each, and what became of their reading. */
function source(count: number, fails?: number) {
  const seen = { read: 0, aborted: false };
  const pages = async function* (signal: AbortSignal) {
    signal.addEventListener("abort", () => {
      seen.aborted = true;
    });
    while (seen.read < count) {
      if (seen.read === fails) throw new Error("away");
      seen.read++;
      yield [card({ quality_score: seen.read })];
    }
  };
  return { seen, pages };
}

const settled = () => new Promise((done) => setTimeout(done, 5));
const read = (json: string): Record<string, unknown>[] => JSON.parse(json);
const textOf = async (format: Format, pages: Card[][]) => {
  const stream = await exportStream(format, now, async function* () {
    yield* pages;
  });
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    await new Response(stream).arrayBuffer(),
  );
};

test("JSON is valid, whatever it holds, and says null where nothing is known", () => {
  const some = fc.record({
    directive_title: fc.string(),
    quality_score: fc.option(fc.integer({ min: 0, max: 100 })),
    reasons: fc.array(fc.constantFrom("unscored", "agent_error"), { maxLength: 2 }),
  });
  const { head, row, foot } = writers.json;
  fc.assert(
    fc.property(fc.array(some, { maxLength: 4 }), (given) => {
      const rows = given.map((values, index) => row(card(values), now, index === 0));
      const back = read(head + rows.join("") + foot);
      expect(back.map(({ title, quality, reasons }) => ({ title, quality, reasons }))).toEqual(
        given.map(({ directive_title, quality_score, reasons }) => ({
          title: directive_title,
          quality: quality_score,
          reasons: reasons.map((code) => reasonWords(code)),
        })),
      );
    }),
  );
});

test("JSON of several pages is one array", async () => {
  const pages = [[card(), card()], [], [card({ risk: 1 })]];
  expect(read(await textOf("json", pages)).map(({ risk }) => risk)).toEqual([40, 40, 1]);
  expect(read(await textOf("json", []))).toEqual([]);
});

test("CSV begins with its mark and its head, also where there is nothing", async () => {
  const head = `\uFEFF${columns.map(({ name }) => (name.includes(",") ? `"${name}"` : name)).join()}\r\n`;
  expect(await textOf("csv", [])).toBe(head);
  expect(await textOf("csv", [[card({ directive_title: "=1" })]])).toBe(
    `${head}82cf56b1-999f-4801-aaf8-bf4f513580dc,SD-UI-014,'=1,,completed,UI_COMPONENT,91,92,88,,0,100,87,6,7,` +
      "1 required checkpoint open; a sub-agent failed,40,,true,2,3,1,2026-11-12T08:00:00.123456+00:00," +
      "2026-11-12T12:00:59+00:00,240,EHG,EXEC\r\n",
  );
});

test("reads one page ahead of who takes it", async () => {
  const { seen, pages } = source(100);
  const reader = (await exportStream("csv", now, pages)).getReader();
  await settled();
  expect(seen.read).toBe(1);
  for (let taken = 1; taken <= 3; taken++) {
    await reader.read();
    await settled();
    expect(seen.read).toBe(taken + 1);
  }
});

test("reads no more once who takes it has left", async () => {
  const { seen, pages } = source(100);
  const reader = (await exportStream("json", now, pages)).getReader();
  await reader.read();
  await settled();
  await reader.cancel();
  await settled();
  expect(seen).toEqual({ read: 2, aborted: true });
});

test("what cannot be begun is refused, what breaks off breaks", async () => {
  await expect(exportStream("csv", now, source(3, 0).pages)).rejects.toThrow("away");
  const stream = await exportStream("json", now, source(3, 2).pages);
  await expect(new Response(stream).text()).rejects.toThrow("away");
});
