// `npm run bench`: every figure of bench/README.md, measured in one run.
//   node bench/run.ts [PART...] [--sessions=N] [--data=FOLDER] [--write]
import { readFileSync, writeFileSync } from "node:fs";
import { arch, availableParallelism, platform, totalmem } from "node:os";
import { join } from "node:path";
import { measureActions } from "./actions.ts";
import { measureEvidence } from "./evidence.ts";
import { type Figure, table } from "./figures.ts";
import { generate } from "./generate.ts";
import { clear, type Running, start, stop } from "./instance.ts";
import { measureJavaScript } from "./javascript.ts";
import { measureLayout } from "./layout.ts";
import { measureMemory } from "./memory.ts";
import { data, keeps, parts, sessions, write } from "./options.ts";
import { measurePages } from "./pages.ts";
import { measureStart } from "./startup.ts";
import { measureWriters } from "./writers.ts";

/** Each with an app that has just started, apart from those that start it themselves. */
const withApp = {
  memory: measureMemory,
  pages: measurePages,
  javascript: measureJavaScript,
  layout: measureLayout,
  actions: measureActions,
  evidence: measureEvidence,
  writers: measureWriters,
};
/** "fill" measures nothing: it leaves sessions to look around in. */
const names = [...Object.keys(withApp), "start", "fill"];

const wanted = (name: string) => parts.length === 0 || parts.includes(name);
const step = (text: string) => console.log(`· ${text}`);

function check() {
  const unknown = parts.find((name) => !names.includes(name));
  if (unknown) throw new Error(`There is no part "${unknown}". There are: ${names.join(", ")}.`);
  if (parts.includes("fill") && !keeps) throw new Error("fill needs --data=FOLDER to fill.");
}

async function measure(): Promise<Figure[]> {
  step("Starting Exhibit, which builds it where needed");
  let app: Running = await start({ builds: true });
  step(`Making ${sessions()} sessions`);
  await generate(sessions());
  const figures: Figure[] = [];
  for (const [name, part] of Object.entries(withApp)) {
    if (!wanted(name)) continue;
    await stop(app);
    app = await start();
    step(`Measuring: ${name}`);
    figures.push(...(await part(app)));
  }
  await stop(app);
  if (wanted("start")) {
    step("Measuring: start");
    figures.push(...(await measureStart()));
  }
  return figures;
}

function machine() {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${sessions()} sessions; ${availableParallelism()} cores (${platform()}, ${arch()}), ${memory} GB of memory, Node ${process.versions.node}.`;
}

function writeDown(text: string) {
  const readme = join(import.meta.dirname, "README.md");
  const marks = /(?<=<!-- figures -->)[\s\S]*(?=<!-- \/figures -->)/;
  writeFileSync(
    readme,
    readFileSync(readme, "utf8").replace(marks, () => `\n${text}\n`),
  );
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
  const figures = await measure();
  if (figures.length > 0) {
    const text = `${machine()}\n\n${table(figures)}`;
    console.log(`\n${text}\n`);
    if (write && parts.length === 0) writeDown(text);
  }
  if (keeps) console.log(`Kept. Look around with: EXHIBIT_DATA=${data} npm start`);
  await end(0);
} catch (error) {
  if (!ending) console.error(error instanceof Error ? error.message : error);
  await end(1);
}
