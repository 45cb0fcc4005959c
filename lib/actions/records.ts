"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { handoffStatuses, handoffStepsFrom } from "@/lib/domain/lifecycle";
import { activationTypes, outcomes, severities } from "@/lib/domain/sub-agents";
import { lines, link, optional, percent, required, uuid } from "@/lib/fields";
import { Refusal, written } from "@/lib/refusal";

export const recordActivation = action({
  role: "reviewer",
  schema: z.strictObject({
    id: uuid,
    session: uuid,
    type: z.enum(activationTypes, "Choose a sub-agent."),
    outcome: z.enum(outcomes, "Choose an outcome."),
    severity: z.enum(severities, "Choose a severity."),
    activationReason: required(500, "Say why it ran."),
    summary: required(4000, "Say what it found."),
    recommendations: lines(50, 500),
    score: percent,
  }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("record_activation", {
        p_actor: member.userId,
        p_id: input.id,
        p_session_id: input.session,
        p_values: {
          sub_agent_type: input.type,
          execution_status: input.outcome,
          severity: input.severity,
          activation_reason: input.activationReason,
          summary: input.summary,
          recommendations: input.recommendations,
          quality_score: input.score ?? 0,
        },
      }),
    );
    return { said: "The sub-agent’s result is recorded." };
  },
});

export const recordHandoff = action({
  role: "reviewer",
  schema: z.strictObject({
    id: uuid,
    session: uuid,
    summary: required(10_000, "Say what was built and how it was checked."),
    demo: link,
    documentation: link,
    report: link,
    deliverables: lines(100, 500),
    issues: lines(100, 500),
    notes: optional(10_000),
  }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("record_handoff", {
        p_actor: member.userId,
        p_id: input.id,
        p_session_id: input.session,
        p_values: {
          implementation_summary: input.summary,
          demo_url: input.demo,
          documentation_url: input.documentation,
          test_report_url: input.report,
          deliverables_manifest: input.deliverables,
          known_issues: input.issues,
          post_implementation_notes: input.notes,
        },
      }),
    );
    return { said: "The hand-off is being prepared." };
  },
});

export const moveHandoff = action({
  role: "reviewer",
  schema: z.strictObject({
    id: uuid,
    from: z.enum(handoffStatuses),
    to: z.enum(handoffStatuses),
    reason: optional(500),
  }),
  write: async ({ input, member, service }) => {
    if (!handoffStepsFrom(input.from).includes(input.to)) throw new Refusal("PT422", "no_step");
    await written(
      service.rpc("move_handoff", {
        p_actor: member.userId,
        p_handoff_id: input.id,
        p_from: input.from,
        p_to: input.to,
        p_reason: input.reason ?? undefined,
      }),
    );
    return { said: `The hand-off is ${input.to}.` };
  },
});
