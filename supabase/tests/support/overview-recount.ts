// What the functions of the overview should give, counted one by one in plain code.
import { type Fact, type Facts, mondayOf, statuses } from "./overview-rows.ts";

const DAY = 86_400_000;

export type Filter = {
  from?: number;
  to?: number;
  types?: readonly string[];
  applications: readonly string[];
};

const matches = ({ types, applications }: Filter, each: { type: string; application: string }) =>
  applications.includes(each.application) && (!types || types.includes(each.type));

/** At their place on a line through the sorted values; null of none. */
function quantile(values: number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
}
const spread = (values: number[]) => ({
  low: quantile(values, 0.25),
  median: quantile(values, 0.5),
  high: quantile(values, 0.75),
});

const dayOf = (time: number) => Math.floor(time / DAY) * DAY;
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Groups in no order: compare them sorted. */
export function recount(facts: Facts, filter: Filter, now: number) {
  const all = facts.directives.flatMap(({ sessions }) => sessions);
  const anytime = all.filter((each) => matches(filter, each));
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = filter;
  const within = anytime.filter(({ startedKey }) => startedKey >= from && startedKey < to);
  const byWeek = Map.groupBy(
    within.filter(({ startedKey }) => Number.isFinite(startedKey)),
    ({ startedKey }) => dateOf(mondayOf(startedKey)),
  );
  const known = (some: Fact[], name: keyof Fact["scores"]) =>
    some.flatMap(({ scores }) => scores[name] ?? []);
  const counted = <T>(items: T[]) => [...Map.groupBy(items, (item) => item)];

  return {
    statuses: [...byWeek].map(([week, some]) => ({
      week,
      ...Object.fromEntries(
        statuses.map((each) => [each, some.filter(({ status }) => status === each).length]),
      ),
    })),
    quality: [...byWeek].flatMap(([week, some]) => {
      const values = known(some, "quality");
      return values.length > 0 ? [{ week, scored: values.length, ...spread(values) }] : [];
    }),
    domains: [...byWeek].map(([week, some]) => ({
      week,
      code_quality: quantile(known(some, "code_quality"), 0.5),
      performance: quantile(known(some, "performance"), 0.5),
      security: quantile(known(some, "security"), 0.5),
      ux_accessibility: quantile(known(some, "ux_accessibility"), 0.5),
    })),
    bands: counted(within.map(({ scores }) => bandOf(scores.quality))).map(([band, each]) => ({
      band,
      sessions: each.length,
    })),
    types: [...Map.groupBy(within, ({ type }) => type)].map(([type, some]) => ({
      implementation_type: type,
      sessions: some.length,
      scored: known(some, "quality").length,
      ...spread(known(some, "quality")),
    })),
    subAgents: counted(within.flatMap(({ results }) => results)).map(([result, each]) => ({
      sub_agent_type: result.split(":")[0],
      outcome: result.split(":")[1],
      results: each.length,
    })),
    checkpoints: [
      ...Map.groupBy(
        within.flatMap((each) => openTypes(each).map((type) => ({ type, id: each.id }))),
        ({ type }) => type,
      ),
    ].map(([checkpoint_type, open]) => ({
      checkpoint_type,
      checkpoints: open.length,
      sessions: new Set(open.map(({ id }) => id)).size,
    })),
    tiles: tilesOf(facts, filter, anytime, now),
  };
}

function bandOf(score: number | null): string {
  if (score === null) return "unscored";
  if (score < 65) return "needs";
  if (score < 75) return "moderate";
  if (score < 85) return "good";
  return score < 95 ? "high" : "excellent";
}

const checkpoints: Record<string, string[]> = {
  UI_COMPONENT: ["ACCESSIBILITY", "ACCESSIBILITY", "TESTING"],
  API_ENDPOINT: ["SECURITY", "PERFORMANCE", "DOCUMENTATION"],
  GENERAL_FEATURE: [],
};

function openTypes({ type, status, completeTypes, waiver }: Fact): string[] {
  if (status === "failed" || status === "cancelled") return [];
  const reviewed = waiver === "none" ? ["CODE_QUALITY"] : [];
  return ["TESTING", "CODE_QUALITY", ...reviewed, ...(checkpoints[type] ?? [])].filter(
    (each) => !completeTypes.includes(each),
  );
}

function tilesOf(facts: Facts, filter: Filter, sessions: Fact[], now: number) {
  const monday = mondayOf(now);
  const { from, to = now } = filter;
  const completedIn = (begin: number, end: number) =>
    sessions.filter(
      ({ status, endedAt }) => status === "completed" && endedAt >= begin && endedAt < end,
    ).length;
  const medianIn = (begin: number, end: number) =>
    quantile(
      sessions.flatMap(({ startedKey, scores }) =>
        startedKey >= begin && startedKey < end ? (scores.quality ?? []) : [],
      ),
      0.5,
    );
  const waiting = sessions.filter((each) => each.waiting);
  return {
    active: sessions.filter(({ status }) => status === "active").length,
    stale: sessions.filter(
      ({ status, start }) =>
        status === "active" && start.known === "started" && start.at < now - 7 * DAY,
    ).length,
    waiting: waiting.length,
    waiting_since: waiting.length > 0 ? Math.min(...waiting.map(({ endedAt }) => endedAt)) : null,
    completed_this_week: completedIn(monday, monday + 7 * DAY),
    completed_last_week: completedIn(monday - 7 * DAY, monday),
    completed_last_week_so_far: completedIn(monday - 7 * DAY, now - 7 * DAY),
    median: medianIn(from ?? Number.NEGATIVE_INFINITY, filter.to ?? Number.POSITIVE_INFINITY),
    median_before: from === undefined ? null : medianIn(from - (dayOf(to) - from), from),
    directives_to_review: facts.directives.filter(({ application, status, sessions: own }) => {
      if (status !== "implementation_review_required") return false;
      if (!filter.applications.includes(application)) return false;
      if (!filter.types) return true;
      const newest = own.toSorted(
        (a, b) => b.startedKey - a.startedKey || (a.id < b.id ? 1 : -1),
      )[0];
      return newest !== undefined && filter.types.includes(newest.type);
    }).length,
  };
}
