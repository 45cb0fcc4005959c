"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { explainMoved } from "@/lib/data/explain";
import { checkpointTypes } from "@/lib/domain/gates";
import { dayToCome, link, optional, percent, required, seen, ticked, uuid } from "@/lib/fields";
import { formatDate } from "@/lib/format";
import { written } from "@/lib/refusal";

const of = { id: uuid, session: uuid, seen };

export const addCheckpoint = action({
  role: "reviewer",
  schema: z.strictObject({
    id: uuid,
    session: uuid,
    name: required(200, "Give it a name."),
    type: z.enum(checkpointTypes, "Choose a type."),
    isRequired: ticked,
  }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("add_checkpoint", {
        p_actor: member.userId,
        p_id: input.id,
        p_session_id: input.session,
        p_name: input.name,
        p_type: input.type,
        p_required: input.isRequired,
      }),
    );
    return { said: `The checkpoint “${input.name}” was added.` };
  },
});

/** One click: met, or open again. */
export const toggleCheckpoint = action({
  role: "reviewer",
  schema: z.strictObject({ ...of, complete: z.enum(["yes", "no"]) }),
  write: async ({ input, member, service }) => {
    const complete = input.complete === "yes";
    await written(
      service.rpc("change_checkpoint", {
        p_actor: member.userId,
        p_checkpoint_id: input.id,
        p_seen: input.seen,
        p_values: { is_complete: complete },
      }),
    );
    return { said: complete ? "The checkpoint is met." : "The checkpoint is open again." };
  },
  explain: explainMoved,
});

export const editCheckpoint = action({
  role: "reviewer",
  schema: z.strictObject({
    ...of,
    isComplete: ticked,
    isRequired: ticked,
    score: percent,
    evidence: link,
    note: optional(4000),
    reason: optional(500),
  }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("change_checkpoint", {
        p_actor: member.userId,
        p_checkpoint_id: input.id,
        p_seen: input.seen,
        p_values: {
          is_complete: input.isComplete,
          is_required: input.isRequired,
          // The column's default, which means not scored here.
          score: input.score ?? 0,
          evidence_url: input.evidence,
          completion_notes: input.note,
        },
        p_reason: input.reason ?? undefined,
      }),
    );
    return { said: "The checkpoint is saved." };
  },
  explain: explainMoved,
});

export const waiveCheckpoint = action({
  role: "admin",
  schema: z.strictObject({
    ...of,
    reason: required(2000, "Say why it need not be met."),
    until: dayToCome,
  }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("waive_checkpoint", {
        p_actor: member.userId,
        p_checkpoint_id: input.id,
        p_seen: input.seen,
        p_reason: input.reason,
        p_ends_at: input.until,
      }),
    );
    return { said: `The checkpoint is waived until the end of ${formatDate(input.until)}.` };
  },
  explain: explainMoved,
});

export const liftWaiver = action({
  role: "admin",
  schema: z.strictObject(of),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("lift_waiver", {
        p_actor: member.userId,
        p_checkpoint_id: input.id,
        p_seen: input.seen,
      }),
    );
    return { said: "The waiver has ended." };
  },
  explain: explainMoved,
});
