import { toLives } from "@/lib/domain/directive-progress";
import { bySession } from "@/lib/domain/history";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";
import { readAttempts } from "./attempts";
import { readSteps } from "./history";
import type { Handoff } from "./session";

/** More than a person reads on one page. */
export const HANDOFFS = 50;
const PRDS = 10;

export type Directive = NonNullable<Awaited<ReturnType<typeof readDirective>>>;

/** A directive and its PRDs; null when there is none of that id. @throws {BackendError} */
export async function readDirective(client: ReaderClient, id: string) {
  const [directive, prds] = await Promise.all([
    client
      .from("strategic_directives_v2")
      .select(
        "id, title, status, priority, category, target_application, sd_type, current_phase, description, rationale, scope, created_at, updated_at, created_by, updated_by",
      )
      .eq("id", id)
      .maybeSingle(),
    client
      .from("product_requirements_v2")
      .select("id, title, status, approved_by, approval_date")
      .eq("sd_id", id)
      // One where the database is ours; another may hold more.
      .order("created_at", { ascending: false })
      .limit(PRDS),
  ]);
  const row = unwrap(directive);
  return (
    row && {
      id: row.id,
      title: row.title,
      status: row.status,
      priority: row.priority,
      category: row.category,
      application: row.target_application,
      type: row.sd_type,
      phase: row.current_phase,
      texts: { Description: row.description, Rationale: row.rationale, Scope: row.scope },
      created: { at: utc(row.created_at), by: row.created_by },
      updated: { at: utc(row.updated_at), by: row.updated_by },
      prds: unwrap(prds).map((prd) => ({
        id: prd.id,
        title: prd.title,
        status: prd.status,
        approvedBy: prd.approved_by,
        approvedAt: utc(prd.approval_date),
      })),
    }
  );
}

/** These columns have no zone; they are UTC. */
function utc(time: string | null): string | null {
  return time && /T[\d:.]+$/.test(time) ? `${time}Z` : time;
}

export type DirectiveHandoff = Handoff & { session_id: string };

/** Of these sessions, the newest first: by their ids, which an index has. */
async function readHandoffs(client: ReaderClient, sessions: string[]): Promise<DirectiveHandoff[]> {
  const request = client
    .from("exec_handoff_preparations")
    .select(
      `session_id, id, handoff_status, implementation_summary, quality_metrics, test_results,
      performance_benchmarks, security_validation, accessibility_compliance, demo_url,
      documentation_url, test_report_url, deliverables_manifest, known_issues,
      post_implementation_notes, prepared_at, sent_at, response_at`,
    )
    .in("session_id", sessions);
  return unwrap(await request.order("prepared_at", { ascending: false }).limit(HANDOFFS));
}

/** Its attempts, oldest first, each with how it moved; and what they handed over. @throws {BackendError} */
export async function readLives(client: ReaderClient, sd: string, now: number) {
  const attempts = await readAttempts(client, { sd }, now);
  const ids = attempts.map(({ id }) => id);
  const [steps, handoffs] =
    ids.length > 0
      ? await Promise.all([readSteps(client, ids), readHandoffs(client, ids)])
      : [[], []];
  return { lives: toLives(attempts, bySession(steps), now), handoffs };
}
