"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { explainMoved, explainTaken } from "@/lib/data/explain";
import { directiveHref } from "@/lib/domain/directive-query";
import { stepTo } from "@/lib/domain/lifecycle";
import { implementationTypes, statuses } from "@/lib/domain/session";
import { lines, optional, percent, seen, several, ticked, uuid } from "@/lib/fields";
import { Refusal, written } from "@/lib/refusal";

const sd = z.string().min(1).max(50);
const gates = lines(100, 200);

export const startSession = action({
  role: "reviewer",
  schema: z.strictObject({
    id: uuid,
    sd,
    type: z.enum(implementationTypes, "Choose a type."),
    prd: optional(100),
    gates,
  }),
  write: async ({ input, member, service }) => {
    const id = await written(
      service.rpc("start_session", {
        p_actor: member.userId,
        p_id: input.id,
        p_sd_id: input.sd,
        p_type: input.type,
        p_prd_id: input.prd ?? undefined,
        p_gates: input.gates,
      }),
    );
    return { said: `A session for ${input.sd} was started.`, to: `/sessions/${id}` };
  },
  explain: (refusal, { sd }) => explainTaken(refusal, { sd, to: "active", stays: null }),
});

export const changeStatus = action({
  role: "reviewer",
  schema: z
    .strictObject({
      session: uuid,
      sd,
      seen,
      from: z.enum(statuses),
      to: z.enum(statuses),
      reason: optional(500),
    })
    .refine(({ from, to, reason }) => stepTo(from, to)?.reason !== "needed" || reason, {
      path: ["reason"],
      message: "Say why it is reopened: those who read the history will want to know.",
    }),
  write: async ({ input, member, service }) => {
    const step = stepTo(input.from, input.to);
    if (!step) throw new Refusal("PT422", "no_step");
    await written(
      service.rpc("change_session_status", {
        p_actor: member.userId,
        p_session_id: input.session,
        p_seen: input.seen,
        p_from: input.from,
        p_to: input.to,
        p_reason: input.reason ?? undefined,
      }),
    );
    return { said: `The session is ${step.done}.` };
  },
  explain: async (refusal, input) =>
    (await explainMoved(refusal, input)) ??
    (await explainTaken(refusal, { sd: input.sd, to: input.to, stays: input.from })),
});

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
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("edit_session", {
        p_actor: member.userId,
        p_session_id: input.session,
        p_seen: input.seen,
        p_values: {
          code_quality_score: input.codeQuality,
          performance_score: input.performance,
          security_score: input.security,
          ux_accessibility_score: input.uxAccessibility,
          ...(input.byHand !== null && { quality_score: input.byHand }),
        },
        p_reason: input.reason ?? undefined,
      }),
    );
    return { said: "The scores are saved." };
  },
  explain: explainMoved,
});

export const editProgress = action({
  role: "reviewer",
  schema: z.strictObject({ session: uuid, seen, progress: percent, coverage: percent }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("edit_session", {
        p_actor: member.userId,
        p_session_id: input.session,
        p_seen: input.seen,
        p_values: {
          implementation_progress: input.progress,
          test_coverage_pct: input.coverage,
        },
      }),
    );
    return { said: "Progress and coverage are saved." };
  },
  explain: explainMoved,
});

export const editGates = action({
  role: "reviewer",
  schema: z.strictObject({ session: uuid, seen, gates }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("edit_session", {
        p_actor: member.userId,
        p_session_id: input.session,
        p_seen: input.seen,
        p_values: { quality_gates: input.gates },
      }),
    );
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
  write: async ({ input, member, service }) => {
    const answers = [...input.items, ...input.added].map((key) => [key, input.met.includes(key)]);
    await written(
      service.rpc("edit_session", {
        p_actor: member.userId,
        p_session_id: input.session,
        p_seen: input.seen,
        p_values: { pre_impl_checklist: Object.fromEntries(answers) },
      }),
    );
    return { said: "The checklist is saved." };
  },
  explain: explainMoved,
});

export const deleteSession = action({
  role: "admin",
  schema: z.strictObject({
    session: uuid,
    sd,
    seen,
    sure: ticked.refine((sure) => sure, "Tick this to delete it."),
  }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("delete_session", {
        p_actor: member.userId,
        p_session_id: input.session,
        p_seen: input.seen,
      }),
    );
    return {
      said: `The session of ${input.sd} was deleted. Its history stays with the directive.`,
      to: directiveHref(input.sd),
    };
  },
  explain: explainMoved,
});
