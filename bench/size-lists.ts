// What the backend takes for a page of the lists, with each filter in each order.
import { type Figure, median, ms } from "./figures.ts";
import { combined, single } from "./filters.ts";
import { type Login, login, stayIn } from "./login.ts";
import { nameOf, readsOf, type Steps, send } from "./reads.ts";
import { type Sized, short } from "./sized.ts";
import { timed } from "./timed.ts";

const ROUNDS = 7;
/** Of one that takes longer than that there are two, in milliseconds. */
const LONG = 500;
const AIM = 1.2;
const LIMIT = 2000;
const SHOWN = 15;

/** Every read of such a page but for these makes its rows. */
const beside = ["user", "team_members", "target_applications", "orchestrators", "session_facets"];

type Reader = Sized & { login: () => Promise<Login> };
type Answer = { took: number; rows: number; ended: boolean };

async function ask(steps: Steps, { place, login }: Reader): Promise<Answer> {
  const { headers } = await login();
  const rows: number[] = [];
  let ended = false;
  const took = await timed(async () => {
    for (const step of steps) {
      const answers = step.map(async (read) => {
        const response = await send(read, place, headers);
        const body = await response.json();
        ended ||= body.code === "57014";
        if (!response.ok && !ended) {
          throw new Error(`${read.path} answered ${response.status}: ${JSON.stringify(body)}`);
        }
        return Array.isArray(body) ? body.length : 0;
      });
      rows.push((await Promise.all(answers)).reduce((sum, each) => sum + each, 0));
    }
  });
  return { took, rows: rows[0] ?? 0, ended };
}

/** By size, what it took in each round. */
type Measured = { path: string; answers: Answer[][] };

async function measure(path: string, steps: Steps, readers: Reader[]): Promise<Measured> {
  const answers: Answer[][] = readers.map(() => []);
  let rounds = ROUNDS;
  for (let i = -1; i < rounds; i++) {
    for (const [at, reader] of readers.entries()) {
      const answer = await ask(steps, reader);
      if (answer.took > LONG) rounds = Math.min(rounds, 2);
      if (i >= 0) answers[at]?.push(answer);
    }
  }
  return { path, answers };
}

const timeOf = (answers: Answer[] = []) => median(answers.map(({ took }) => took));

/** Against the smallest at which there are as many rows: more of them take longer anywhere. */
function growth({ path, answers }: Measured, all: Sized[]) {
  const largest = answers.at(-1) ?? [];
  const at = answers.findIndex((each) => each[0]?.rows === largest[0]?.rows);
  const base = answers[at] ?? largest;
  const ratio = median(largest.map(({ took }, i) => took / (base[i]?.took ?? Number.NaN)));
  const from = `${ms(timeOf(base))} at ${short(all[at] as Sized)}`;
  return {
    ratio,
    comparable: at < answers.length - 1,
    words: `\`${path}\` ${ratio.toFixed(2)} (${largest[0]?.rows} rows, ${from} → ${ms(timeOf(largest))})`,
  };
}

async function heard(paths: string[], [smallest]: Sized[]): Promise<Map<string, Steps>> {
  const { place } = smallest as Sized;
  const { cookie } = await login(place);
  const reads = await readsOf(paths, cookie, place);
  return new Map(
    [...reads].map(([path, steps]) => {
      const rows = steps.map((step) => step.filter((read) => !beside.includes(nameOf(read))));
      return [path, rows.filter((step) => step.length > 0)];
    }),
  );
}

export async function measureLists(all: Sized[]): Promise<Figure[]> {
  const reads = await heard([...single, ...combined], all);
  const readers = all.map((sized) => ({ ...sized, login: stayIn(sized.place) }));
  const stepsOf = (path: string) => reads.get(path) ?? [];
  const each: Measured[] = [];
  for (const path of single) each.push(await measure(path, stepsOf(path), readers));
  const grown = each.map((measured) => growth(measured, all));
  const compared = grown.filter(({ comparable }) => comparable);
  const over = compared.filter(({ ratio }) => ratio > AIM).toSorted((a, b) => b.ratio - a.ratio);
  const slowest = each.toSorted((a, b) => timeOf(b.answers.at(-1)) - timeOf(a.answers.at(-1)));
  const last = readers.slice(-1);
  const hard: Measured[] = [];
  for (const path of combined) hard.push(await measure(path, stepsOf(path), last));
  hard.sort((a, b) => timeOf(b.answers[0]) - timeOf(a.answers[0]));
  const ended = [...each, ...hard].filter(({ answers }) => answers.at(-1)?.some((a) => a.ended));
  const tell = ({ path, answers }: Measured) => `\`${path}\` ${ms(timeOf(answers.at(-1)))}`;
  const largest = short(all.at(-1) as Sized);
  return [
    {
      what: `lists at ${largest}: one filter, one order, ÷ a smaller size with as many rows`,
      value: `median ${median(compared.map(({ ratio }) => ratio)).toFixed(2)}, ${over.length} of ${compared.length} over ${AIM}`,
      aim: `≤ ${AIM}`,
      met: over.length === 0,
    },
    {
      what: "lists: those over",
      value:
        over
          .slice(0, SHOWN)
          .map(({ words }) => words)
          .join("; ") || "none",
    },
    {
      what: `lists at ${largest}: slowest`,
      value: slowest.slice(0, 5).map(tell).join("; "),
    },
    {
      what: `lists at ${largest}: slowest of ${combined.length} with several filters`,
      value: hard.slice(0, 5).map(tell).join("; "),
      aim: `≤ ${LIMIT} ms`,
      met: timeOf(hard[0]?.answers[0]) <= LIMIT,
    },
    {
      what: `lists at ${largest}: ended by the limit, so that the page says to narrow it`,
      value: ended.map(({ path }) => `\`${path}\``).join(", ") || "none",
    },
  ];
}
