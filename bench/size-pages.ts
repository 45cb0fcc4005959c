import postgres from "postgres";
import { type Figure, median, ms, quantile } from "./figures.ts";
import { sessionId } from "./generate.ts";
import { ownerUrl, type Place } from "./instance.ts";
import { stayIn, view } from "./login.ts";
import { type Sized, short } from "./sized.ts";
import { timed } from "./timed.ts";

const WARM_UP = 10;
const ROUNDS = 60;
const AIM = 1.2;
const PAGE = 50;

type Pages = Record<string, string[]>;

/** The same sessions in every database, so that a page differs by what is around it alone. */
const looked = Array.from({ length: 20 }, (_, i) => sessionId(i * 49));

/** The address of the thousandth page, or of the one in the middle where there are fewer. */
async function farPage(
  sql: postgres.Sql,
  path: string,
  { table, sort, key, id }: (typeof lists)[number],
) {
  const [row] = await sql.unsafe(`
    select to_json(${key}) #>> '{}' as value, ${id} as id from public.${table}
    order by ${key} desc, ${id} desc
    offset least(${999 * PAGE}, (select count(*) / 2 from public.${table})) - 1 limit 1`);
  const cursor = Buffer.from(JSON.stringify([sort, row?.value, row?.id])).toString("base64url");
  return `${path}?after=${cursor}`;
}

const lists = [
  {
    path: "/sessions",
    table: "exec_session_cards",
    sort: "newest",
    key: "started_key",
    id: "session_id",
  },
  {
    path: "/directives",
    table: "exec_directive_cards",
    sort: "recent",
    key: "last_activity",
    id: "sd_id",
  },
];

async function pagesOf(place: Place): Promise<Pages> {
  const sql = postgres(ownerUrl(place), { max: 1 });
  const [sessions, directives] = await Promise.all(
    lists.map((list) => farPage(sql, list.path, list)),
  );
  const rows = await sql<{ sd_id: string }[]>`
    select sd_id from public.exec_implementation_sessions where id = any (${looked})`;
  await sql.end();
  return {
    overview: ["/"],
    sessions: ["/sessions"],
    "sessions, 1,000th page": [sessions as string],
    "sessions, completed, best first": ["/sessions?status=completed&sort=quality-high"],
    "sessions, waiting for review": ["/sessions?waiting=1"],
    "search for a rare word": ["/sessions?q=chromatic"],
    "search for a common word": ["/sessions?q=workspace"],
    "search for part of an id": ["/sessions?q=000400"],
    session: looked.map((id) => `/sessions/${id}`),
    viewer: looked.map((id) => `/sessions/${id}/evidence`),
    directives: ["/directives"],
    "directives, 1,000th page": [directives as string],
    directive: rows.map(({ sd_id }) => `/directives/${sd_id}`),
    queue: ["/reviews"],
    gallery: ["/gallery"],
  };
}

/** Each page at each size in turn. */
export async function measurePagesBySize(all: Sized[]): Promise<Figure[]> {
  const asked = await Promise.all(
    all.map(async (sized) => ({
      ...sized,
      login: stayIn(sized.place),
      pages: await pagesOf(sized.place),
      times: new Map<string, number[]>(),
    })),
  );
  const names = Object.keys(asked[0]?.pages ?? {});
  for (let i = -WARM_UP; i < ROUNDS; i++) {
    for (const name of names) {
      for (const { app, login, pages, times } of i % 2 ? asked : asked.toReversed()) {
        const paths = pages[name] ?? [];
        const path = paths.at(i % paths.length) as string;
        const { cookie } = await login();
        const took = await timed(() => view(app.url + path, cookie));
        if (i >= 0) times.set(name, [...(times.get(name) ?? []), took]);
      }
    }
  }
  return names.map((name) => {
    const [smallest = [], ...larger] = asked.map(({ times }) => times.get(name) ?? []);
    const ratios = larger.map((times) =>
      times.map((took, i) => took / (smallest[i] ?? Number.NaN)),
    );
    const largest = ratios.at(-1) ?? [1];
    const growth = ratios.map(
      (each, i) => `${median(each).toFixed(2)} at ${short(all[i + 1] as Sized)}`,
    );
    const [from, to] = [smallest, larger.at(-1) ?? smallest].map((times) => ms(median(times)));
    return {
      what: `${name}: time ÷ time at ${short(all[0] as Sized)}`,
      value: `${growth.join(", ")} (quartiles ${[0.25, 0.75].map((part) => quantile(largest, part).toFixed(2)).join(" to ")}); ${from} → ${to}`,
      aim: `≤ ${AIM}`,
      met: median(largest) <= AIM,
    };
  });
}
