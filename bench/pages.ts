// How much longer a page takes than the reads behind it.
import { type Figure, median, ms, quantile } from "./figures.ts";
import { someIds } from "./generate.ts";
import type { Running } from "./instance.ts";
import { login, view } from "./login.ts";
import { type Read, readsOf, type Steps, send } from "./reads.ts";

const WARM_UP = 150;
const PAIRS = 200;
const AIM = 1.5;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

type Variant = { path: string; steps: Steps };

/** The page's own reads in their order, without the page; what each takes goes to `each`. */
async function rawReads({ steps }: Variant, each: Map<string, number[]>) {
  for (const step of steps) {
    await Promise.all(
      step.map(async (read) => {
        const took = await timed(async () => {
          const response = await send(read);
          const text = await response.text();
          if (!response.ok) throw new Error(`${nameOf(read)} answered ${response.status}: ${text}`);
        });
        each.set(nameOf(read), [...(each.get(nameOf(read)) ?? []), took]);
      }),
    );
  }
}

const nameOf = ({ method, path }: Read) => `${method} ${path.split("?")[0]}`;

async function compare(name: string, app: Running, cookie: string, variants: Variant[]) {
  const each = new Map<string, number[]>();
  const pages: number[] = [];
  const raws: number[] = [];
  const ratios: number[] = [];
  for (let i = -WARM_UP; i < PAIRS; i++) {
    if (i === 0) each.clear();
    const variant = variants.at(i % variants.length) as Variant;
    const page = () => timed(() => view(app.url + variant.path, cookie));
    const raw = () => timed(() => rawReads(variant, each));
    const first = i % 2 === 0 ? await page() : await raw();
    const second = i % 2 === 0 ? await raw() : await page();
    if (i < 0) continue;
    const [pageTook, rawTook] = i % 2 === 0 ? [first, second] : [second, first];
    pages.push(pageTook);
    raws.push(rawTook);
    ratios.push(pageTook / rawTook);
  }
  const ratio = median(ratios);
  const body = await view(app.url + (variants[0] as Variant).path, cookie);
  const reads = [...each].map(([read, took]) => `${read} ${ms(median(took))}`);
  const figures: Figure[] = [
    {
      what: `${name}: page ÷ its raw reads`,
      value: `${ratio.toFixed(2)} (quartiles ${quantile(ratios, 0.25).toFixed(2)} to ${quantile(ratios, 0.75).toFixed(2)})`,
      aim: `≤ ${AIM}`,
      met: ratio <= AIM,
    },
    { what: `${name}: page, median`, value: `${ms(median(pages))}, ${kilobytes(body)} of HTML` },
    { what: `${name}: raw reads, median`, value: `${ms(median(raws))}: ${reads.join(", ")}` },
    {
      what: `${name}: page − raw reads, median`,
      value: ms(median(pages.map((took, i) => took - (raws[i] ?? 0)))),
    },
  ];
  return figures;
}

const kilobytes = (text: string) => `${(Buffer.byteLength(text) / 1000).toFixed(0)} kB`;

export async function measurePages(app: Running): Promise<Figure[]> {
  const cookie = await login();
  const ids = await someIds(20);
  const [sample = ""] = ids;
  const [list = [], detail = []] = await readsOf(["/sessions", `/sessions/${sample}`], cookie);
  if (list.length === 0 || detail.length === 0) throw new Error("The pages read nothing.");
  const details = ids.map((id) => ({
    path: `/sessions/${id}`,
    steps: detail.map((step) =>
      step.map((read) => ({ ...read, path: read.path.replaceAll(sample, id) })),
    ),
  }));
  return [
    ...(await compare("list", app, cookie, [{ path: "/sessions", steps: list }])),
    ...(await compare("detail", app, cookie, details)),
  ];
}
