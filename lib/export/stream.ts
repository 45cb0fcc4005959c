import type { Card } from "./columns";
import { type Format, writers } from "./formats";

/** The pages of what is exported; what is under way ends with the signal. */
export type Pages = (signal: AbortSignal) => AsyncIterator<Card[], void>;

async function* texts(format: Format, now: number, pages: AsyncIterator<Card[], void>) {
  const { head, row, foot } = writers[format];
  let begun = false;
  let text = head;
  for (let page = await pages.next(); !page.done; page = await pages.next()) {
    for (const card of page.value) {
      text += row(card, now, !begun);
      begun = true;
    }
    yield text;
    text = "";
  }
  yield text + foot;
}

/**
 * A file that is read as it is taken, one page ahead. It resolves with the first page, so that what
 * cannot be read at all can still be answered as such. What fails later breaks the stream: a file
 * that is cut must not look like a whole one.
 */
export async function exportStream(format: Format, now: number, pages: Pages) {
  const leaving = new AbortController();
  const parts = texts(format, now, pages(leaving.signal));
  const encoder = new TextEncoder();
  let next = await parts.next();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      if (next.done) return controller.close();
      controller.enqueue(encoder.encode(next.value));
      // Read while that is taken, and not before.
      next = await parts.next();
    },
    cancel: () => leaving.abort(),
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
