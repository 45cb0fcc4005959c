"use server";

import { z } from "zod";
import { action, type Given } from "@/lib/action";
import { type ViewList, viewHref, viewLists, viewQuery } from "@/lib/domain/views";
import { required, uuid } from "@/lib/fields";
import { listAddress, paramsOf } from "@/lib/query";
import { written } from "@/lib/refusal";

const list = z.enum(viewLists);
const name = required(60, "Give it a name.");
/** What the list's address holds. */
const query = z.string().max(50_000);

const readQuery = ({ list, query }: { list: ViewList; query: string }) =>
  viewQuery(list, paramsOf(query));

export const saveView = action({
  role: "viewer",
  schema: z.strictObject({ id: uuid, list, name, query }),
  write: async ({ input, member, service }) => {
    const view = { id: input.id, query: readQuery(input) };
    await written(
      service.rpc("save_view", {
        p_actor: member.userId,
        p_id: view.id,
        p_list: input.list,
        p_name: input.name,
        p_query: view.query,
      }),
    );
    return { said: `The view ${input.name} is saved.`, to: viewHref(input.list, view) };
  },
});

type Change = { p_name?: string; p_query?: string; p_default?: boolean };

const change = (
  { input, member, service }: Given<{ view: string }>,
  values: Change,
): Promise<unknown> =>
  written(service.rpc("change_view", { p_actor: member.userId, p_id: input.view, ...values }));

export const renameView = action({
  role: "viewer",
  schema: z.strictObject({ view: uuid, name }),
  write: async (given) => {
    await change(given, { p_name: given.input.name });
    return { said: `The view is called ${given.input.name} now.` };
  },
});

/** From now on the view is what is shown now. */
export const updateView = action({
  role: "viewer",
  schema: z.strictObject({ view: uuid, list, query }),
  write: async (given) => {
    const { input } = given;
    await change(given, { p_query: readQuery(input) });
    return { said: "The view is what you see now." };
  },
});

export const setDefaultView = action({
  role: "viewer",
  schema: z.strictObject({ view: uuid, isDefault: z.enum(["true", "false"]) }),
  write: async (given) => {
    const isDefault = given.input.isDefault === "true";
    await change(given, { p_default: isDefault });
    return { said: isDefault ? "The list opens with this view now." : "The list opens with all." };
  },
});

/** What it showed stays in sight, and can be saved again. */
export const deleteView = action({
  role: "viewer",
  schema: z.strictObject({ view: uuid, list, query }),
  write: async ({ input, member, service }) => {
    await written(service.rpc("remove_view", { p_actor: member.userId, p_id: input.view }));
    const shown = new URLSearchParams(readQuery(input));
    return { said: "The view is deleted.", to: listAddress(`/${input.list}`, [...shown]) };
  },
});
