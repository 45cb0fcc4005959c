import { COMPARED } from "@/lib/compare-params";
import type { Attempt } from "@/lib/domain/attempts";
import { mergeGates, type Waiver } from "@/lib/domain/gates";
import { scored } from "@/lib/domain/scores";
import { fromJson, merge, worstFirst } from "@/lib/domain/sub-agents";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";
import { RECORDS } from "./session";
import { sessionView, viewColumns } from "./session-view";
import { readWaivers } from "./waivers";

/** A directive has one session in each status, so this is never reached. */
const OF_DIRECTIVE = 20;

type Wanted = { ids: string[] } | { sd: string };

/**
 * The sessions of those ids, or of that directive, oldest first. Ids that are not there are left
 * out. @throws {BackendError}
 */
export async function readAttempts(
  client: ReaderClient,
  wanted: Wanted,
  now: number,
): Promise<Attempt[]> {
  const [cards, rows, waivers] = await Promise.all([
    readCards(client, wanted),
    readRows(client, wanted),
    readWaivers(client, wanted),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return cards.flatMap((card) => {
    const row = byId.get(card.session_id);
    return row ? [toAttempt(card, row, waivers, now)] : [];
  });
}

async function readCards(client: ReaderClient, wanted: Wanted) {
  const request = client
    .from("exec_session_cards")
    .select(`${viewColumns}, sd_id, directive_title`)
    .order("started_key")
    .order("session_id");
  const cards =
    "ids" in wanted
      ? request.in("session_id", wanted.ids.slice(0, COMPARED))
      : request.eq("sd_id", wanted.sd).limit(OF_DIRECTIVE);
  return unwrap(await cards) ?? [];
}

/** What a card has only as a number, under the names that the rules use. */
async function readRows(client: ReaderClient, wanted: Wanted) {
  const request = client
    .from("exec_implementation_sessions")
    .select(
      `id, quality_gates, before_screenshots, after_screenshots, demo_urls, sub_agent_results,
      checkpoints:exec_quality_checkpoints!exec_quality_checkpoints_session_id_fkey(
        id, name:checkpoint_name, type:checkpoint_type, required:is_required, complete:is_complete,
        score, evidenceUrl:evidence_url, notes:completion_notes, completedAt:completed_at,
        completedBy:completed_by),
      activations:exec_sub_agent_activations!exec_sub_agent_activations_session_id_fkey(
        sub_agent_type, status:execution_status, summary)`,
    )
    .order("checkpoint_type", { referencedTable: "checkpoints" })
    .order("checkpoint_name", { referencedTable: "checkpoints" })
    .order("activated_at", { referencedTable: "activations", ascending: false })
    .limit(RECORDS, { referencedTable: "checkpoints" })
    .limit(RECORDS, { referencedTable: "activations" });
  const rows =
    "ids" in wanted
      ? request.in("id", wanted.ids.slice(0, COMPARED))
      : request.eq("sd_id", wanted.sd).limit(OF_DIRECTIVE);
  return unwrap(await rows) ?? [];
}

type Card = Awaited<ReturnType<typeof readCards>>[number];
type Row = Awaited<ReturnType<typeof readRows>>[number];

function toAttempt(card: Card, row: Row, waivers: Map<string, Waiver>, now: number): Attempt {
  const { checkpoints, activations } = row;
  return {
    ...sessionView(card, now),
    directive: { id: card.sd_id, title: card.directive_title },
    gates: mergeGates(
      row.quality_gates ?? [],
      checkpoints.map(({ required, complete, score, ...checkpoint }) => ({
        ...checkpoint,
        required: required ?? false,
        complete: complete ?? false,
        score: scored(score),
        waiver: waivers.get(checkpoint.id) ?? null,
      })),
      now,
    ),
    subAgents: worstFirst(merge(fromJson(activations), fromJson(row.sub_agent_results))),
    pictures: { before: present(row.before_screenshots), after: present(row.after_screenshots) },
    demos: present(row.demo_urls),
    cut: Object.entries({ checkpoints, activations })
      .filter(([, records]) => records.length === RECORDS)
      .map(([kind]) => kind),
  };
}

/** Agents leave empty places in their lists, whatever the column's type says. */
function present(urls: (string | null)[] | null): string[] {
  return (urls ?? []).filter((url) => url?.trim()).map(String);
}
