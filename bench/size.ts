// Whether pages stay as fast as data grows: an Exhibit for each number of sessions, all running,
// asked in turn.
import type { Figure } from "./figures.ts";
import { generate } from "./generate.ts";
import { home, placeOf, start, stop } from "./instance.ts";
import { measureCrowd } from "./size-crowd.ts";
import { measureLists } from "./size-lists.ts";
import { measurePagesBySize } from "./size-pages.ts";
import type { Sized } from "./sized.ts";

const sizes = [1000, 10_000, 100_000, 1_000_000];

export async function measureSizes(): Promise<Figure[]> {
  const all: Sized[] = [];
  for (const size of [...sizes.filter((each) => each < home.sessions), home.sessions]) {
    const place = await placeOf(size);
    const app = await start({ place });
    await generate(place);
    all.push({ place, app });
  }
  const figures = [
    ...(await measurePagesBySize(all)),
    ...(await measureLists(all)),
    ...(await measureCrowd(all)),
  ];
  await Promise.all(all.map(({ app }) => stop(app)));
  return figures;
}
