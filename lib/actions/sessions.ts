"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { explainMoved, explainTaken } from "@/lib/data/explain";
import { directiveHref } from "@/lib/domain/directive-query";
import { stepTo } from "@/lib/domain/lifecycle";
import { implementationTypes, statuses } from "@/lib/domain/session";
import { gateNames, optional, seen, ticked, uuid } from "@/lib/fields";
import { Refusal, written } from "@/lib/refusal";

const sd = z.string().min(1).max(50);

export const startSession = action({
  role: "reviewer",
  schema: z.strictObject({
    id: uuid,
    sd,
    type: z.enum(implementationTypes, "Choose a type."),
    prd: optional(100),
    gates: gateNames,
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
