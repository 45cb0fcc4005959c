import { redirect } from "next/navigation";
import { type SavedView, type ViewList, viewHref } from "@/lib/domain/views";
import { unwrap } from "@/lib/errors";
import type { SearchParams } from "@/lib/query";
import type { ReaderClient } from "@/lib/supabase/server";

/**
 * The person's own views of a list, by name. An address that asks for nothing leads on to the one
 * that is the default. @throws {BackendError}
 */
export async function readViews(
  client: ReaderClient,
  list: ViewList,
  params: SearchParams,
): Promise<SavedView[]> {
  const rows = unwrap(
    await client
      .from("exec_saved_views")
      .select("id, name, query, is_default")
      .eq("list", list)
      .order("name"),
  );
  const views = rows.map(({ is_default, ...view }) => ({ ...view, isDefault: is_default }));
  const usual = views.find(({ isDefault }) => isDefault);
  if (usual && Object.keys(params).length === 0) redirect(viewHref(list, usual));
  return views;
}
