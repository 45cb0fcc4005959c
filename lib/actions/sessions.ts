"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { readMeanwhile } from "@/lib/data/events";
import { readSiblings } from "@/lib/data/siblings";
import { directiveHref } from "@/lib/domain/directive-query";
import { holderOf, stepTo, takenWords } from "@/lib/domain/lifecycle";
import { implementationTypes, statuses } from "@/lib/domain/session";
import { lines, optional, percent, seen, several, ticked, uuid } from "@/lib/fields";
import { Refusal, written } from "@/lib/refusal";
import { refusalWords } from "@/lib/refusal-words";
import { readerClient } from "@/lib/supabase/server";

const sd = z.string().min(1).max(50);
const gates = lines(100, 200);

/** What others did to the session since the form was made, where that is why it was refused. */
async function explainMoved(refusal: Refusal, input: { id: string; seen: number }) {
  if (refusal.message !== "moved") return null;
  const meanwhile = await readMeanwhile(await readerClient(), input.id, input.seen);
  return { message: refusalWords(refusal), meanwhile };
}

/** Which other session has the place that this one was to get. */
async function explainTaken(refusal: Refusal, sdId: string, to: string, from: string | null) {
  if (refusal.code !== "23505") return null;
  const holder = holderOf(to, await readSiblings(await readerClient(), sdId));
  return holder ? { message: takenWords(sdId, holder, from) } : null;
}

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
  explain: (refusal, { sd }) => explainTaken(refusal, sd, "active", null),
});

export const changeStatus = action({
  role: "reviewer",
  schema: z.strictObject({
    id: uuid,
    sd,
    seen,
    from: z.enum(statuses),
    to: z.enum(statuses),
    reason: optional(500),
  }),
  write: async ({ input, member, service }) => {
    const step = stepTo(input.from, input.to);
    if (!step) throw new Refusal("PT422", "no_step");
    if (step.reason === "needed" && !input.reason) throw new Refusal("PT422", "no_reason");
    await written(
      service.rpc("change_session_status", {
        p_actor: member.userId,
        p_session_id: input.id,
        p_seen: input.seen,
        p_from: input.from,
        p_to: input.to,
        p_reason: input.reason ?? undefined,
      }),
    );
    return { said: `The session is ${step.done}.` };
  },
  explain: async (refusal, input) => {
    if (refusal.message === "no_reason") {
      return {
        message: "Say why it is reopened.",
        fields: { reason: "Those who read the history will want to know." },
      };
    }
    return (
      (await explainMoved(refusal, input)) ??
      (await explainTaken(refusal, input.sd, input.to, input.from))
    );
  },
});

export const editScores = action({
  role: "reviewer",
  schema: z
    .strictObject({
      id: uuid,
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
        p_session_id: input.id,
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
  schema: z.strictObject({ id: uuid, seen, progress: percent, coverage: percent }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("edit_session", {
        p_actor: member.userId,
        p_session_id: input.id,
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
  schema: z.strictObject({ id: uuid, seen, gates }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("edit_session", {
        p_actor: member.userId,
        p_session_id: input.id,
        p_seen: input.seen,
        p_values: { quality_gates: input.gates },
      }),
    );
    return { said: "The gates are saved." };
  },
  explain: explainMoved,
});

const checklistKey = z.string().min(1).max(200);

export const editChecklist = action({
  role: "reviewer",
  schema: z.strictObject({
    id: uuid,
    seen,
    /** All that there are, and those of them that are ticked. */
    item: several(checklistKey, 100),
    met: several(checklistKey, 100),
    added: lines(20, 200),
  }),
  write: async ({ input, member, service }) => {
    const answers = [...input.item, ...input.added].map((key) => [key, input.met.includes(key)]);
    await written(
      service.rpc("edit_session", {
        p_actor: member.userId,
        p_session_id: input.id,
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
    id: uuid,
    sd,
    seen,
    sure: ticked.refine((sure) => sure, "Tick this to delete it."),
  }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("delete_session", {
        p_actor: member.userId,
        p_session_id: input.id,
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
