// How many of a list's pages are given out a second, against its read alone.
import { type Figure, median, middle } from "./figures.ts";
import { login, view } from "./login.ts";
import { nameOf, readsOf, send } from "./reads.ts";
import { type Sized, short } from "./sized.ts";

const CLIENTS = 8;
const ROUNDS = 7;
const SECONDS = 3;
const AIM = 0.5;

/** A second, by several clients at once, each of which waits for its answer. */
async function rate(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const end = began + SECONDS * 1000;
  let done = 0;
  const client = async () => {
    while (performance.now() < end) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return done / ((performance.now() - began) / 1000);
}

async function compare(sized: Sized): Promise<Figure> {
  const { app, place } = sized;
  const { cookie, headers } = await login(place);
  const steps = (await readsOf(["/sessions"], cookie, place)).get("/sessions") ?? [];
  const read = steps.flat().find((each) => nameOf(each) === "list_sessions");
  if (!read) throw new Error("The list's read was not heard.");
  const raw = async () => {
    const response = await send(read, place, headers);
    const rows = await response.json();
    if (rows.length !== 51) throw new Error(`The list's read gave ${rows.length} rows.`);
  };
  const page = () => view(`${app.url}/sessions`, cookie, /rel="next"/);
  const found = { page: [] as number[], raw: [] as number[] };
  for (let i = -1; i < ROUNDS; i++) {
    const first = i % 2 === 0 ? await rate(page) : await rate(raw);
    const second = i % 2 === 0 ? await rate(raw) : await rate(page);
    if (i < 0) continue;
    const [pages, reads] = i % 2 === 0 ? [first, second] : [second, first];
    found.page.push(pages);
    found.raw.push(reads);
  }
  const ratios = found.page.map((pages, i) => pages / (found.raw[i] ?? Number.NaN));
  const [pages, reads] = [found.page, found.raw].map((each) => median(each).toFixed(0));
  return {
    what: `sessions at ${short(sized)}: pages a second ÷ its raw read, ${CLIENTS} clients`,
    value: `${middle(ratios)}: ${pages} ÷ ${reads} a second`,
    aim: `≥ ${AIM}`,
    met: median(ratios) >= AIM,
  };
}

export async function measureCrowd(all: Sized[]): Promise<Figure[]> {
  const ends = [...new Set([all[0] as Sized, all.at(-1) as Sized])];
  const figures: Figure[] = [];
  for (const sized of ends) figures.push(await compare(sized));
  return figures;
}
