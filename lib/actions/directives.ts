"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { explainDocument } from "@/lib/data/explain-document";
import { directiveHref } from "@/lib/domain/directive-query";
import { TEXT_LIMIT } from "@/lib/domain/form-values";
import { textToJson } from "@/lib/domain/json-text";
import { prdLists } from "@/lib/domain/prd";
import { touchedOf } from "@/lib/domain/touched";
import { given, jsonText, newId, optional, percent, required, seen } from "@/lib/fields";
import { written } from "@/lib/refusal";
import type { Json } from "@/lib/supabase/database.types";

/** Ids that are there already hold any sign. */
const id = z.string().min(1).max(200);
const title = required(500, "Give it a title.");
const status = required(50, "Choose a status.");
const line = optional(2000);

/** What an edit is based on: the newest event, and a mark of each value that was shown. */
const edit = { form: z.literal("edit"), seen, was: z.string().max(2000) };
const create = {
  form: z.literal("new"),
  seen: z.undefined().optional(),
  was: z.undefined().optional(),
};

const directive = {
  title,
  status,
  priority: required(20, "Choose a priority."),
  category: required(50, "Name a category."),
  sd_type: line,
  target_application: line,
  current_phase: line,
  progress: percent,
  description: required(TEXT_LIMIT, "Describe it.").optional(),
  rationale: given(TEXT_LIMIT),
  scope: given(TEXT_LIMIT),
};

export const saveDirective = action({
  role: "reviewer",
  schema: z.discriminatedUnion("form", [
    z.strictObject({ ...create, id: newId(50, "SD-UI-014"), ...directive }),
    z.strictObject({ ...edit, id, ...directive }),
  ]),
  write: async ({ input: { form, id, seen, was, ...values }, member, service }) => {
    const { touched } = touchedOf(values, was);
    await written(
      service.rpc("save_directive", {
        p_actor: member.userId,
        p_id: id,
        p_values: named(values, touched),
        p_seen: seen,
      }),
    );
    return { said: saidOf(id, form, touched), to: directiveHref(id) };
  },
  explain: (refusal, { form: _, id: sd, seen, was, ...values }) =>
    explainDocument(refusal, { sd, prd: null, seen, untouched: touchedOf(values, was).untouched }),
});

const prd = {
  sd: id,
  title,
  status,
  priority: optional(20),
  phase: line,
  progress: percent,
  executive_summary: given(TEXT_LIMIT).transform((text) => (text === "" ? null : text)),
  functional_requirements: jsonText,
  acceptance_criteria: jsonText,
  test_scenarios: jsonText,
  exec_checklist: jsonText,
  validation_checklist: jsonText,
  plan_validation: jsonText,
};

export const savePrd = action({
  role: "reviewer",
  schema: z.discriminatedUnion("form", [
    z.strictObject({ ...create, id: newId(100, "PRD-SD-UI-014"), ...prd }),
    z.strictObject({ ...edit, id, ...prd }),
  ]),
  write: async ({ input: { form, id, sd, seen, was, ...values }, member, service }) => {
    const { touched } = touchedOf(values, was);
    const lists = prdLists.map((name) => [name, jsonOf(values[name])]);
    await written(
      service.rpc("save_prd", {
        p_actor: member.userId,
        p_id: id,
        p_sd_id: sd,
        p_values: named({ ...values, ...Object.fromEntries(lists) }, touched),
        p_seen: seen,
      }),
    );
    return { said: saidOf(id, form, touched), to: directiveHref(sd) };
  },
  explain: (refusal, { form: _, id: prd, sd, seen, was, ...values }) =>
    explainDocument(refusal, { sd, prd, seen, untouched: touchedOf(values, was).untouched }),
});

/** What the schema has read before. */
function jsonOf(text: string | undefined): Json {
  const read = textToJson(text ?? "");
  return "value" in read ? read.value : null;
}

const named = (values: Record<string, Json | undefined>, names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, values[name]]));

function saidOf(id: string, form: "new" | "edit", touched: readonly string[]): string {
  if (form === "new") return `${id} is there now.`;
  return touched.length > 0 ? `${id} is saved.` : `Nothing of ${id} was changed.`;
}
