import { editable, oneLine } from "@/lib/domain/form-values";
import { jsonToText } from "@/lib/domain/json-text";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";
import { readVersion } from "./events";

export type DirectiveForm = NonNullable<Awaited<ReturnType<typeof readDirectiveForm>>>;
export type PrdForm = NonNullable<Awaited<ReturnType<typeof readPrdForm>>>;

/**
 * A directive as its form shows it, by column; null for a text that is too long for one. `seen` is
 * read first: what is shown may be newer than it, and is never older. @throws {BackendError}
 */
export async function readDirectiveForm(client: ReaderClient, id: string) {
  const seen = await readVersion(client, { sd: id, prd: null });
  const row = unwrap(
    await client
      .from("strategic_directives_v2")
      .select(
        "id, title, status, priority, category, target_application, sd_type, current_phase, progress, description, rationale, scope",
      )
      .eq("id", id)
      .maybeSingle(),
  );
  if (!row) return null;
  const shown = {
    title: oneLine(row.title),
    status: row.status,
    priority: row.priority,
    category: oneLine(row.category),
    sd_type: oneLine(row.sd_type),
    target_application: oneLine(row.target_application),
    current_phase: oneLine(row.current_phase),
    progress: String(row.progress ?? ""),
    description: editable(row.description),
    rationale: editable(row.rationale),
    scope: editable(row.scope),
  };
  return { id: row.id, seen, shown };
}

/** The directive's PRD as its form shows it: that one, or its newest. @throws {BackendError} */
export async function readPrdForm(client: ReaderClient, sd: string, prd: string | null) {
  const id = prd ?? (await newestPrd(client, sd));
  if (id === null) return null;
  const seen = await readVersion(client, { sd, prd: id });
  const row = unwrap(
    await client
      .from("product_requirements_v2")
      .select(
        "id, title, status, priority, phase, progress, executive_summary, functional_requirements, acceptance_criteria, test_scenarios, exec_checklist, validation_checklist, plan_validation",
      )
      .eq("sd_id", sd)
      .eq("id", id)
      .maybeSingle(),
  );
  if (!row) return null;
  const shown = {
    title: oneLine(row.title),
    status: row.status,
    priority: row.priority ?? "",
    phase: oneLine(row.phase),
    progress: String(row.progress ?? ""),
    executive_summary: editable(row.executive_summary),
    functional_requirements: jsonToText(row.functional_requirements),
    acceptance_criteria: jsonToText(row.acceptance_criteria),
    test_scenarios: jsonToText(row.test_scenarios),
    exec_checklist: jsonToText(row.exec_checklist),
    validation_checklist: jsonToText(row.validation_checklist),
    plan_validation: jsonToText(row.plan_validation),
  };
  return { id: row.id, seen, shown };
}

/** Its id. @throws {BackendError} */
export async function newestPrd(client: ReaderClient, sd: string): Promise<string | null> {
  const newest = client
    .from("product_requirements_v2")
    .select("id")
    .eq("sd_id", sd)
    .order("created_at", { ascending: false })
    .limit(1);
  return unwrap(await newest)[0]?.id ?? null;
}
