import type { Scope } from "@/lib/domain/overview-query";
import { type Band, bands } from "@/lib/domain/scores";
import { implementationTypes, type Status, statuses } from "@/lib/domain/session";
import type { DomainScores } from "@/lib/domain/targets";
import { fillWeeks } from "@/lib/domain/weeks";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

/** What the functions of the overview take; what is undefined does not bound. */
export const argumentsOf = ({ from, type, app }: Scope) => ({
  p_from: from === null ? undefined : `${from}T00:00:00Z`,
  p_types: type.length > 0 ? type : undefined,
  p_applications: app.length > 0 ? app : undefined,
});

export type StatusWeek = { week: string; counts: Record<Status, number> };
const none = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;

/** Sessions by week of their start and status, oldest first. @throws {BackendError} */
async function weeklyStatuses(client: ReaderClient, scope: Scope): Promise<StatusWeek[]> {
  const rows = unwrap(await client.rpc("overview_weekly_statuses", argumentsOf(scope))) ?? [];
  const known = rows.map(({ week, ...counts }) => ({ week, counts }));
  return fillWeeks(known, (week) => ({ week, counts: none }));
}

/** A median and the middle half of scores (0-100); null where none was scored. */
export type Spread = {
  scored: number;
  low: number | null;
  median: number | null;
  high: number | null;
};
export type QualityWeek = Spread & { week: string };

/** The quality score by week, oldest first. @throws {BackendError} */
async function weeklyQuality(client: ReaderClient, scope: Scope): Promise<QualityWeek[]> {
  const rows = unwrap(await client.rpc("overview_weekly_quality", argumentsOf(scope))) ?? [];
  const nobody = { scored: 0, low: null, median: null, high: null };
  return fillWeeks<QualityWeek>(rows, (week) => ({ week, ...nobody }));
}

export type DomainWeek = { week: string; medians: DomainScores };

/** The medians of the domain scores by week, oldest first. @throws {BackendError} */
async function weeklyDomains(client: ReaderClient, scope: Scope): Promise<DomainWeek[]> {
  const rows = unwrap(await client.rpc("overview_weekly_domains", argumentsOf(scope))) ?? [];
  const known = rows.map(({ week, ...row }) => ({
    week,
    medians: {
      codeQuality: row.code_quality,
      performance: row.performance,
      security: row.security,
      uxAccessibility: row.ux_accessibility,
    },
  }));
  const nothing = { codeQuality: null, performance: null, security: null, uxAccessibility: null };
  return fillWeeks<DomainWeek>(known, (week) => ({ week, medians: nothing }));
}

/** Sessions by band of their quality score. @throws {BackendError} */
async function bandCounts(client: ReaderClient, scope: Scope): Promise<Record<Band, number>> {
  const rows = unwrap(await client.rpc("overview_bands", argumentsOf(scope))) ?? [];
  const counts = bands.map(
    (band) => [band, rows.find((row) => row.band === band)?.sessions ?? 0] as const,
  );
  return Object.fromEntries(counts) as Record<Band, number>;
}

export type TypeQuality = Spread & { type: (typeof implementationTypes)[number]; sessions: number };

/** The quality score by implementation type, of the types that have sessions. @throws {BackendError} */
async function typeQuality(client: ReaderClient, scope: Scope): Promise<TypeQuality[]> {
  const rows = unwrap(await client.rpc("overview_types", argumentsOf(scope))) ?? [];
  return implementationTypes.flatMap((type) => {
    const row = rows.find((each) => each.implementation_type === type);
    return row ? [{ ...row, type }] : [];
  });
}

/** How often sub-agents of each type came to each outcome. @throws {BackendError} */
async function subAgentResults(client: ReaderClient, scope: Scope) {
  const rows = unwrap(await client.rpc("overview_sub_agents", argumentsOf(scope))) ?? [];
  return rows.map(({ sub_agent_type, outcome, results }) => ({
    type: sub_agent_type,
    outcome,
    results,
  }));
}

/** The open required checkpoints of each type, and of how many sessions. @throws {BackendError} */
async function openCheckpoints(client: ReaderClient, scope: Scope) {
  const rows = unwrap(await client.rpc("overview_open_checkpoints", argumentsOf(scope))) ?? [];
  return rows.map(({ checkpoint_type, checkpoints, sessions }) => ({
    type: checkpoint_type,
    checkpoints,
    sessions,
  }));
}

export type Charts = Awaited<ReturnType<typeof readCharts>>;

/** All that is drawn, one call a chart, at once. @throws {BackendError} */
export async function readCharts(client: ReaderClient, scope: Scope) {
  const [statuses, quality, domains, bands, types, results, checkpoints] = await Promise.all([
    weeklyStatuses(client, scope),
    weeklyQuality(client, scope),
    weeklyDomains(client, scope),
    bandCounts(client, scope),
    typeQuality(client, scope),
    subAgentResults(client, scope),
    openCheckpoints(client, scope),
  ]);
  return { statuses, quality, domains, bands, types, results, checkpoints };
}
