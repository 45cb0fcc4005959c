"use server";

import { z } from "zod";
import { action, type Given } from "@/lib/action";
import { explainMoved } from "@/lib/data/explain";
import { type QueueView, queueHref, queueViews } from "@/lib/domain/review-queue";
import { assignedWords, CHOSEN } from "@/lib/domain/selection";
import { optional, percent, seen, several, ticked, uuid } from "@/lib/fields";
import { written } from "@/lib/refusal";

const verdicts = {
  approve: "Approved.",
  request_changes: "Changes are requested.",
  comment: "Your comment is there.",
} as const;

/** How the queue is looked at, so that one comes back to the same. */
const view = {
  show: z.enum(queueViews).default("all"),
  blind: z.enum(["on", ""]).default(""),
};

/** The next session for that person, and where it is looked at. */
async function takeNext(
  { member, service }: Pick<Given<unknown>, "member" | "service">,
  at: { show: QueueView; blind: string },
) {
  const session = await written(service.rpc("take_review", { p_actor: member.userId }));
  return { session, to: queueHref({ ...at, blind: at.blind === "on", session }) };
}

export const giveVerdict = action({
  role: "reviewer",
  schema: z
    .strictObject({
      id: uuid,
      session: uuid,
      seen,
      verdict: z.enum(["approve", "request_changes", "comment"], "Choose what you decide."),
      body: optional(20_000),
      codeQuality: percent,
      performance: percent,
      security: percent,
      uxAccessibility: percent,
      scoredBlind: z.enum(["yes", "no"]).default("no"),
      reopen: ticked,
      completeDirective: ticked,
      /** Whether to go on with the next one, which the queue's form asks for. */
      next: z.enum(["yes", ""]).default(""),
      ...view,
    })
    .refine(({ verdict, body }) => verdict === "approve" || body !== null, {
      path: ["body"],
      message: "Say what you found, in a sentence at least.",
    }),
  write: async ({ input, member, service }) => {
    // The boxes of the other decisions are ticked too, only out of sight.
    const then = {
      approve: input.completeDirective ? "complete_directive" : undefined,
      request_changes: input.reopen ? "reopen" : undefined,
      comment: undefined,
    }[input.verdict];
    await written(
      service.rpc("give_verdict", {
        p_actor: member.userId,
        p_id: input.id,
        p_session_id: input.session,
        p_seen: input.seen,
        p_values: {
          verdict: input.verdict,
          body: input.body ?? "",
          blind: input.scoredBlind === "yes",
          code_quality_score: input.codeQuality,
          performance_score: input.performance,
          security_score: input.security,
          ux_accessibility_score: input.uxAccessibility,
        },
        p_then: then,
      }),
    );
    const said = verdicts[input.verdict];
    if (input.next !== "yes") return { said };
    // The verdict is given, whatever becomes of the next one.
    const { session, to } = await takeNext({ member, service }, input).catch(() => ({
      session: null,
      to: queueHref({ show: input.show, blind: input.blind === "on" }),
    }));
    return { said: session ? `${said} This is the next one.` : `${said} Nothing else waits.`, to };
  },
  explain: explainMoved,
});

export const takeReview = action({
  role: "reviewer",
  schema: z.strictObject(view),
  write: async ({ input, member, service }) => {
    const { session, to } = await takeNext({ member, service }, input);
    return { said: session ? "It is yours for 30 minutes." : "Nothing waits that is free.", to };
  },
});

export const skipReview = action({
  role: "reviewer",
  schema: z.strictObject({ session: uuid, ...view }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("skip_review", { p_actor: member.userId, p_session_id: input.session }),
    );
    const { session, to } = await takeNext({ member, service }, input);
    return {
      said: session ? "Skipped. This is the next one." : "Skipped. Nothing else waits.",
      to,
    };
  },
});

/** Gives a session that waits to somebody, to oneself, or back. */
export const assignReview = action({
  role: "reviewer",
  schema: z.strictObject({
    session: uuid,
    was: z.union([z.literal(""), uuid]).default(""),
    reviewer: z.union([z.literal(""), uuid]).default(""),
  }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("assign_review", {
        p_actor: member.userId,
        p_session_id: input.session,
        p_was: input.was || undefined,
        p_reviewer: input.reviewer || undefined,
      }),
    );
    if (!input.reviewer) return { said: "It is given back to the queue." };
    const mine = input.reviewer === member.userId;
    return { said: mine ? "It is yours for 30 minutes." : "It is assigned." };
  },
});

/** Gives those that wait and that nobody else has to somebody, and says what became of the others. */
export const assignReviews = action({
  role: "reviewer",
  schema: z
    .strictObject({ ids: several(uuid, 10 * CHOSEN), reviewer: uuid })
    .refine(({ ids }) => ids.length > 0 && ids.length <= CHOSEN, `Choose 1 to ${CHOSEN} sessions.`),
  write: async ({ input, member, service }) => {
    const rows = await written(
      service.rpc("assign_reviews", {
        p_actor: member.userId,
        p_session_ids: input.ids,
        p_reviewer: input.reviewer,
      }),
    );
    const outcomes = (rows ?? []).map(({ outcome }) => outcome);
    const said = assignedWords(outcomes, input.reviewer === member.userId);
    return { said, warning: outcomes.some((outcome) => outcome !== "assigned") };
  },
});
