// What the backend takes for a page of the lists, with each filter in each order.
import { type Figure, median, ms } from "./figures.ts";
import { combinedLists, directiveLists, sessionLists, sessionSorts } from "./filters.ts";
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

/** The reads of such a page that make its rows. */
const ofRows = ["list_sessions", "exec_directive_cards", "exec_session_cards"];

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

type Lists = Map<string, Steps>;

async function heard(paths: string[], [smallest]: Sized[]): Promise<Lists> {
  const { place } = smallest as Sized;
  const { cookie } = await login(place);
  const reads = await readsOf(paths, cookie, place);
  return new Map(
    [...reads].map(([path, steps]) => {
      const rows = steps.map((step) => step.filter((read) => ofRows.includes(nameOf(read))));
      if (rows.flat().length === 0) throw new Error(`${path} reads no rows.`);
      return [path, rows.filter((step) => step.length > 0)];
    }),
  );
}

/** The same lists in every order. */
const inEachOrder = (lists: Lists): Lists =>
  new Map(
    [...lists].flatMap(([path, steps]) =>
      sessionSorts.map((sort): [string, Steps] => {
        const ordered = steps.map((step) =>
          step.map((read) => {
            const body = JSON.parse(read.body ?? "{}");
            if (!("p_sort" in body)) throw new Error(`${nameOf(read)} takes no order.`);
            return { ...read, body: JSON.stringify({ ...body, p_sort: sort }) };
          }),
        );
        return [`${path}${path.includes("?") ? "&" : "?"}sort=${sort}`, ordered];
      }),
    ),
  );

async function measureAll(lists: Lists, readers: Reader[]): Promise<Measured[]> {
  const found: Measured[] = [];
  for (const [path, steps] of lists) found.push(await measure(path, steps, readers));
  return found.toSorted((a, b) => timeOf(b.answers.at(-1)) - timeOf(a.answers.at(-1)));
}

export async function measureLists(all: Sized[]): Promise<Figure[]> {
  const single = new Map([
    ...inEachOrder(await heard(sessionLists, all)),
    ...(await heard(directiveLists, all)),
  ]);
  const combined = inEachOrder(await heard(combinedLists, all));
  const readers = all.map((sized) => ({ ...sized, login: stayIn(sized.place) }));
  const each = await measureAll(single, readers);
  const hard = await measureAll(combined, readers.slice(-1));
  const grown = each.map((measured) => growth(measured, all));
  const compared = grown.filter(({ comparable }) => comparable);
  const over = compared.filter(({ ratio }) => ratio > AIM).toSorted((a, b) => b.ratio - a.ratio);
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
      value: each.slice(0, 5).map(tell).join("; "),
    },
    {
      what: `lists at ${largest}: slowest of ${combined.size} with several filters`,
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
