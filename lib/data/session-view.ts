import { scored } from "@/lib/domain/scores";
import { duration, endedAt, isStale } from "@/lib/domain/session";

type Row = {
  id: string;
  status: string;
  implementation_type: string;
  quality_score: number | null;
  code_quality_score: number | null;
  performance_score: number | null;
  security_score: number | null;
  ux_accessibility_score: number | null;
  implementation_progress: number | null;
  test_coverage_pct: number | null;
  started_at: string | null;
  completed_at: string | null;
  updated_at: string | null;
};

/** What list and page show of a session in the same way. Here alone columns become that shape. */
export function sessionView(row: Row, now: number) {
  const times = {
    status: row.status,
    startedAt: row.started_at,
    completedAt: row.completed_at,
    updatedAt: row.updated_at,
  };
  return {
    id: row.id,
    status: row.status,
    type: row.implementation_type,
    quality: scored(row.quality_score),
    domains: {
      codeQuality: scored(row.code_quality_score),
      performance: scored(row.performance_score),
      security: scored(row.security_score),
      uxAccessibility: scored(row.ux_accessibility_score),
    },
    progress: row.implementation_progress,
    coverage: scored(row.test_coverage_pct),
    startedAt: row.started_at,
    endedAt: endedAt(times),
    took: duration(times, now),
    stale: isStale(row.status, row.started_at, now),
  };
}
