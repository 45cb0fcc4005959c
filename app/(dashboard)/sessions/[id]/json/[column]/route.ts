import { z } from "zod";
import { currentMember, currentUser } from "@/lib/auth";
import { listColumns, readSessionColumn } from "@/lib/data/session";
import { BackendError } from "@/lib/errors";
import { readerClient } from "@/lib/supabase/server";

const schema = z.object({ id: z.guid(), column: z.enum(listColumns) });

/** One column of a session, whole: a page shows only the beginning of a large one. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/sessions/[id]/json/[column]">,
) {
  try {
    if (!(await currentMember())) {
      return (await currentUser())
        ? refuse(403, "You are not a member of this team.")
        : refuse(401, "Sign in first.");
    }
    const asked = schema.safeParse(await params);
    if (!asked.success) return refuse(404, "There is no such session or column.");
    const { id, column } = asked.data;
    const value = await readSessionColumn(await readerClient(), id, column);
    if (value === undefined) return refuse(404, "There is no such session or column.");
    return answer(200, JSON.stringify(value, null, 2), `session-${id}-${column}.json`);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    console.error(error);
    return refuse(503, "The database did not answer. Try again in a moment.");
  }
}

function refuse(status: number, message: string) {
  return answer(status, JSON.stringify({ message }));
}

/** Agents wrote it: the browser is to save it and never to show it as anything else. */
function answer(status: number, body: string, filename?: string) {
  return new Response(body, {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      ...(filename && { "content-disposition": `attachment; filename="${filename}"` }),
    },
  });
}
