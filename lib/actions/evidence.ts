"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { required, share, uuid, writtenUrl } from "@/lib/fields";
import { written } from "@/lib/refusal";

/** From now on these two belong together; one of them alone has no partner. */
export const pairEvidence = action({
  role: "reviewer",
  schema: z
    .strictObject({ id: uuid, session: uuid, before: writtenUrl, after: writtenUrl })
    .refine(({ before, after }) => before !== "" || after !== "", {
      path: ["after"],
      message: "Choose a picture.",
    }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("pair_evidence", {
        p_actor: member.userId,
        p_id: input.id,
        p_session_id: input.session,
        p_before: input.before || undefined,
        p_after: input.after || undefined,
      }),
    );
    const both = input.before !== "" && input.after !== "";
    return { said: both ? "These two belong together now." : "This picture has no partner now." };
  },
});

export const pinEvidence = action({
  role: "reviewer",
  schema: z.strictObject({
    id: uuid,
    session: uuid,
    url: writtenUrl,
    x: share,
    y: share,
    body: required(2000, "Say what you see there."),
  }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("pin_evidence", {
        p_actor: member.userId,
        p_id: input.id,
        p_session_id: input.session,
        p_url: input.url,
        p_x: input.x,
        p_y: input.y,
        p_body: input.body,
      }),
    );
    return { said: "Your comment is on the picture." };
  },
});

export const resolvePin = action({
  role: "reviewer",
  schema: z.strictObject({ id: uuid, session: uuid, resolved: z.enum(["true", "false"]) }),
  write: async ({ input, member, service }) => {
    const resolved = input.resolved === "true";
    await written(
      service.rpc("resolve_pin", {
        p_actor: member.userId,
        p_pin_id: input.id,
        p_resolved: resolved,
      }),
    );
    return { said: resolved ? "The comment is resolved." : "The comment is open again." };
  },
});

export const removeEvidence = action({
  role: "reviewer",
  schema: z.strictObject({
    session: uuid,
    list: z.enum(["before", "after", "demo"]),
    url: writtenUrl,
  }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("remove_evidence", {
        p_actor: member.userId,
        p_session_id: input.session,
        p_list: input.list,
        p_url: input.url,
      }),
    );
    return { said: input.list === "demo" ? "The demo was removed." : "The picture was removed." };
  },
});
