"use server";

import { z } from "zod";
import { action, type Given } from "@/lib/action";
import { explainMoved } from "@/lib/data/explain";
import { gateNames, lines, optional, percent, seen, several, uuid } from "@/lib/fields";
import { written } from "@/lib/refusal";
import type { Json } from "@/lib/supabase/database.types";

/** Sets columns of a session, if nobody else has changed them since. */
async function edit(
  { input, member, service }: Given<{ session: string; seen: number }>,
  values: Record<string, Json>,
  reason?: string | null,
) {
  await written(
    service.rpc("edit_session", {
      p_actor: member.userId,
      p_session_id: input.session,
      p_seen: input.seen,
      p_values: values,
      p_reason: reason ?? undefined,
    }),
  );
}

export const editScores = action({
  role: "reviewer",
  schema: z
    .strictObject({
      session: uuid,
      seen,
      codeQuality: percent,
      performance: percent,
      security: percent,
      uxAccessibility: percent,
      byHand: percent,
      reason: optional(500),
    })
    .refine(({ byHand, reason }) => byHand === null || reason !== null, {
      path: ["reason"],
      message: "Say why the overall score is not the mean.",
    }),
  write: async (given) => {
    const { input } = given;
    await edit(
      given,
      {
        code_quality_score: input.codeQuality,
        performance_score: input.performance,
        security_score: input.security,
        ux_accessibility_score: input.uxAccessibility,
        ...(input.byHand !== null && { quality_score: input.byHand }),
      },
      input.reason,
    );
    return { said: "The scores are saved." };
  },
  explain: explainMoved,
});

export const editProgress = action({
  role: "reviewer",
  schema: z.strictObject({ session: uuid, seen, progress: percent, coverage: percent }),
  write: async (given) => {
    const { input } = given;
    await edit(given, {
      implementation_progress: input.progress,
      test_coverage_pct: input.coverage,
    });
    return { said: "Progress and coverage are saved." };
  },
  explain: explainMoved,
});

export const editGates = action({
  role: "reviewer",
  schema: z.strictObject({ session: uuid, seen, gates: gateNames }),
  write: async (given) => {
    const { input } = given;
    await edit(given, { quality_gates: input.gates });
    return { said: "The gates are saved." };
  },
  explain: explainMoved,
});

/** The names that a checklist has, as the form was given them. */
const checklistItems = z
  .string()
  .max(30_000)
  .transform((text, context) => {
    try {
      return z.array(z.string().max(500)).max(100).parse(JSON.parse(text));
    } catch {
      context.addIssue("This form is damaged. Open the page again.");
      return z.NEVER;
    }
  });

export const editChecklist = action({
  role: "reviewer",
  schema: z.strictObject({
    session: uuid,
    seen,
    items: checklistItems,
    /** Those that are ticked. */
    met: several(z.string().max(500), 100),
    added: lines(20, 200),
  }),
  write: async (given) => {
    const { input } = given;
    const answers = [...input.items, ...input.added].map((key) => [key, input.met.includes(key)]);
    await edit(given, { pre_impl_checklist: Object.fromEntries(answers) });
    return { said: "The checklist is saved." };
  },
  explain: explainMoved,
});
