"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { roles } from "@/lib/domain/roles";
import { email, personName, ticked, uuid } from "@/lib/fields";
import { accountFor, deleteAccount, takeBack, wayIn } from "@/lib/member-accounts";
import { Refusal, written } from "@/lib/refusal";

const role = z.enum(roles, "Choose a role.");
/** Whom it is about, as the page showed them. */
const whom = { user: uuid, name: z.string().max(200) };

export const inviteMember = action({
  role: "admin",
  schema: z.strictObject({ email, name: personName, role }),
  write: async ({ input, member, service }) => {
    const account = await accountFor(service, input.email);
    try {
      await written(
        service.rpc("add_member", {
          p_actor: member.userId,
          p_user_id: account.id,
          p_email: input.email,
          p_name: input.name,
          p_role: input.role,
        }),
      );
    } catch (error) {
      if (account.made) await takeBack(service, account.id, error);
      throw error;
    }
    const { words, link, warning } = await wayIn(service, input.email);
    const kept = account.made ? "" : " Their account was there already and keeps its password.";
    return {
      said: `${input.name} is in the team now: ${input.role}.${kept} ${words}`,
      warning,
      result: link,
    };
  },
  explain: (refusal) =>
    refusal.message === "no_account"
      ? {
          message: "No account could be made. Nothing was changed.",
          fields: { email: "The backend does not take this address. Use another one." },
        }
      : null,
});

export const changeRole = action({
  role: "admin",
  schema: z.strictObject({ ...whom, was: role, role }),
  write: async ({ input, member, service }) => {
    await written(
      service.rpc("change_member_role", {
        p_actor: member.userId,
        p_user_id: input.user,
        p_was: input.was,
        p_role: input.role,
      }),
    );
    return { said: `${input.name} is ${input.role} now.` };
  },
});

export const makePasswordLink = action({
  role: "admin",
  schema: z.strictObject(whom),
  write: async ({ input, service }) => {
    // Of members alone: the backend may have accounts that are none of Exhibit's business.
    const found = await written(
      service.from("team_members").select("email").eq("user_id", input.user).maybeSingle(),
    );
    if (!found) throw new Refusal("PT404", "gone");
    const { words, link, warning } = await wayIn(service, found.email);
    return { said: words, warning, result: link };
  },
});

export const removeMember = action({
  role: "admin",
  schema: z.strictObject({
    ...whom,
    was: role,
    email: z.string().max(255),
    sure: ticked.refine((sure) => sure, "Tick this to remove them."),
  }),
  write: async ({ input, member, service }) => {
    // Out of the team first: from then on they see nothing, whatever becomes of the account.
    await written(
      service.rpc("remove_member", {
        p_actor: member.userId,
        p_user_id: input.user,
        p_was: input.was,
      }),
    );
    const gone = await deleteAccount(service, input.user);
    return {
      said: gone
        ? `${input.name} was removed, and their login is gone.`
        : `${input.name} is out of the team, but their account could not be deleted and still has its login. Invite ${input.email} again, then remove them again.`,
      warning: !gone,
      to: "/team",
    };
  },
});
