// `npm run bench`: every figure of bench/README.md, which says how to run it.
import { measureActions } from "./actions.ts";
import { measureEvidence } from "./evidence.ts";
import { type Figure, table } from "./figures.ts";
import { generate } from "./generate.ts";
import { clear, home, type Running, start, stop } from "./instance.ts";
import { measureJavaScript } from "./javascript.ts";
import { measureLayout } from "./layout.ts";
import { measureLoad } from "./load.ts";
import { measureMemory } from "./memory.ts";
import { keeps, parts, write } from "./options.ts";
import { measurePages } from "./pages.ts";
import { machine, writeDown } from "./readme.ts";
import { measureSizes } from "./size.ts";
import { measureStart } from "./startup.ts";
import { measureWriters } from "./writers.ts";

type Part = (app: Running) => Promise<Figure[]>;

/** Each with an app that has just started. */
const withApp: Record<string, Part> = {
  memory: measureMemory,
  pages: measurePages,
  javascript: measureJavaScript,
  layout: measureLayout,
  actions: measureActions,
  evidence: measureEvidence,
  writers: measureWriters,
};
/** Each starts what it needs. */
const alone: Record<string, () => Promise<Figure[]>> = {
  size: measureSizes,
  load: measureLoad,
  start: measureStart,
};
/** "fill" measures nothing: it leaves sessions to look around in. */
const names = [...Object.keys(withApp), ...Object.keys(alone), "fill"];

const wanted = (name: string) => parts.length === 0 || parts.includes(name);
const step = (text: string) => console.log(`· ${text}`);

function check() {
  const unknown = parts.find((name) => !names.includes(name));
  if (unknown) throw new Error(`There is no part "${unknown}". There are: ${names.join(", ")}.`);
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
  for (const name of names.filter(wanted)) {
    const part = withApp[name];
    if (!part) continue;
    step(`Measuring: ${name}`);
    const app = await start();
    tell(name, await part(app));
    await stop(app);
  }
  for (const [name, part] of Object.entries(alone)) {
    if (!wanted(name)) continue;
    step(`Measuring: ${name}`);
    tell(name, await part());
  }
}

let ending = false;
async function end(code: number) {
  if (ending) return;
  ending = true;
  await clear();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(130));

try {
  check();
  await measure();
  if (keeps) console.log(`Kept. Look around with: EXHIBIT_DATA=${home.folder} npm start`);
  await end(0);
} catch (error) {
  if (!ending) console.error(error instanceof Error ? error.message : error);
  await end(1);
}
