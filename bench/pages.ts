// How much longer a page takes than the reads behind it.
import { type Figure, median, middle, ms } from "./figures.ts";
import { home, type Running } from "./instance.ts";
import { type Login, login, view } from "./login.ts";
import { nameOf, type Read, readsOf, type Steps, send } from "./reads.ts";
import { routes } from "./routes.ts";
import { timed } from "./timed.ts";

const WARM_UP = 100;
const PAIRS = 200;
const AIM = 1.5;

type Variant = { path: string; steps: Steps };

/** The page's own reads in their order, without the page; what each takes goes to `each`. */
async function rawReads({ steps }: Variant, who: Login, each: Map<string, number[]>) {
  for (const step of steps) {
    await Promise.all(
      step.map(async (read) => {
        const took = await timed(async () => {
          const response = await send(read, home, who.headers);
          const text = await response.text();
          if (!response.ok) throw new Error(`${nameOf(read)} answered ${response.status}: ${text}`);
        });
        each.set(nameOf(read), [...(each.get(nameOf(read)) ?? []), took]);
      }),
    );
  }
}

function together(step: Read[], each: Map<string, number[]>): string {
  const named = Map.groupBy(step, nameOf);
  return [...named]
    .map(([name, { length }]) => {
      const times = length > 1 ? ` ${length} ×` : "";
      return `${name}${times} ${ms(median(each.get(name) ?? []))}`;
    })
    .join(" + ");
}

async function compare(name: string, app: Running, variants: Variant[]) {
  const who = await login();
  const each = new Map<string, number[]>();
  const pages: number[] = [];
  const raws: number[] = [];
  const ratios: number[] = [];
  for (let i = -WARM_UP; i < PAIRS; i++) {
    if (i === 0) each.clear();
    const variant = variants.at(i % variants.length) as Variant;
    const page = () => timed(() => view(app.url + variant.path, who.cookie));
    const raw = () => timed(() => rawReads(variant, who, each));
    const first = i % 2 === 0 ? await page() : await raw();
    const second = i % 2 === 0 ? await raw() : await page();
    if (i < 0) continue;
    const [pageTook, rawTook] = i % 2 === 0 ? [first, second] : [second, first];
    pages.push(pageTook);
    raws.push(rawTook);
    ratios.push(pageTook / rawTook);
  }
  const [{ path, steps }] = variants as [Variant];
  const html = Buffer.byteLength(await view(app.url + path, who.cookie)) / 1000;
  const more = median(pages.map((took, i) => took - (raws[i] ?? 0)));
  const figures: Figure[] = [
    {
      what: `${name}: page ÷ its raw reads`,
      value: middle(ratios),
      aim: `≤ ${AIM}`,
      met: median(ratios) <= AIM,
    },
    {
      what: `${name}: page, raw reads, difference`,
      value: `${ms(median(pages))} with ${html.toFixed(0)} kB of HTML, ${ms(median(raws))}, ${ms(more)}`,
    },
    {
      what: `${name}: its reads`,
      value: steps.map((step) => together(step, each)).join(", then "),
    },
  ];
  return figures;
}

export async function measurePages(app: Running): Promise<Figure[]> {
  const { cookie } = await login();
  const all = await routes();
  const heard = await readsOf(
    all.flatMap(({ paths }) => paths),
    cookie,
  );
  const figures: Figure[] = [];
  for (const { name, paths } of all) {
    const variants = paths.map((path) => ({ path, steps: heard.get(path) ?? [] }));
    if (variants.some(({ steps }) => steps.length === 0)) throw new Error(`${name} reads nothing.`);
    figures.push(...(await compare(name, app, variants)));
  }
  return figures;
}
