// `npm run bench`: every figure of bench/README.md, which says how to run it.
import { measureActions } from "./actions.ts";
import { measureEvidence } from "./evidence.ts";
import { type Figure, table } from "./figures.ts";
import { generate } from "./generate.ts";
import { clear, home, type Running, start, stop } from "./instance.ts";
import { measureJavaScript } from "./javascript.ts";
import { measureLayout } from "./layout.ts";
import { measureLighthouse } from "./lighthouse.ts";
import { measureLoad } from "./load.ts";
import { measureMemory } from "./memory.ts";
import { keeps, parts, write } from "./options.ts";
import { measurePages } from "./pages.ts";
import { machine, writeDown } from "./readme.ts";
import { measureSizes } from "./size.ts";
import { measureStart } from "./startup.ts";
import { measureVitals } from "./vitals.ts";
import { measureWriters } from "./writers.ts";

type Measure = (app: Running) => Promise<Figure[]>;

/** Each with an app that has just started. */
const withApp: Record<string, Measure> = {
  memory: measureMemory,
  pages: measurePages,
  javascript: measureJavaScript,
  layout: measureLayout,
  vitals: measureVitals,
  actions: measureActions,
  evidence: measureEvidence,
  writers: measureWriters,
  lighthouse: measureLighthouse,
};
/** Each starts what it needs. */
const alone: Record<string, () => Promise<Figure[]>> = {
  load: measureLoad,
  size: measureSizes,
  start: measureStart,
};
const names = [...Object.keys(withApp), ...Object.keys(alone)];

/** Lighthouse is fetched from the registry: for those who ask for it. */
const wanted = parts.length > 0 ? parts : names.filter((name) => name !== "lighthouse");
const step = (text: string) => console.log(`· ${text}`);

function check() {
  const unknown = parts.find((name) => name !== "fill" && !names.includes(name));
  if (unknown)
    throw new Error(`There is no part "${unknown}". There are: ${names.join(", ")}, fill.`);
  if (parts.includes("fill") && !keeps) throw new Error("fill needs --data=FOLDER to fill.");
}

function tell(name: string, figures: Figure[]) {
  const text = `${machine()}\n\n${table(figures)}`;
  console.log(`\n${text}\n`);
  if (write) writeDown(name, text);
}

async function measure() {
  step("Starting Exhibit, which builds it where needed");
  const app = await start({ builds: true });
  step(`Making ${home.sessions} sessions`);
  await generate();
  await stop(app);
  for (const name of names.filter((each) => wanted.includes(each))) {
    step(`Measuring: ${name}`);
    tell(name, await figuresOf(name));
  }
}

async function figuresOf(name: string): Promise<Figure[]> {
  const measure = withApp[name];
  if (!measure) return (await alone[name]?.()) ?? [];
  const app = await start();
  const figures = await measure(app);
  await stop(app);
  return figures;
}

let ending = false;
async function end(code: number) {
  if (ending) return;
  ending = true;
  await clear();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    console.error(`Ended by ${signal}.`);
    end(130);
  });
}

try {
  check();
  await measure();
  if (keeps) console.log(`Kept. Look around with: EXHIBIT_DATA=${home.folder} npm start`);
  await end(0);
} catch (error) {
  if (!ending) console.error(error instanceof Error ? error.message : error);
  await end(1);
}
