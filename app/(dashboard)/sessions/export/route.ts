import { z } from "zod";
import { currentMember, currentUser } from "@/lib/auth";
import { chosenPages, filteredPages } from "@/lib/data/export";
import { BackendError, isTooSlow } from "@/lib/errors";
import { formats, writers } from "@/lib/export/formats";
import { exportStream } from "@/lib/export/stream";
import type { SearchParams } from "@/lib/query";
import { parseSessionQuery } from "@/lib/search-params";
import { renewLogin } from "@/lib/supabase/renew";
import { readerClient } from "@/lib/supabase/server";

const schema = z.object({
  format: z.enum(formats),
  ids: z.array(z.guid().toLowerCase()).max(1000),
});

function paramsOf(request: Request): SearchParams {
  const given = new URL(request.url).searchParams;
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
}

const headers = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };
const refuse = (status: number, message: string) => Response.json({ message }, { status, headers });

async function save(request: Request) {
  // While it is read nobody can: the answer, and with it the cookies, is on its way.
  await renewLogin();
  if (!(await currentMember())) {
    return (await currentUser())
      ? refuse(403, "You are not a member of this team.")
      : refuse(401, "Sign in first.");
  }
  const params = paramsOf(request);
  const asked = schema.safeParse({ format: params.format?.[0], ids: params.ids ?? [] });
  if (!asked.success) return refuse(400, "Ask for csv or json, and for 1,000 sessions at most.");
  const { format, ids } = asked.data;
  const now = Date.now();
  const client = await readerClient();
  const pages =
    ids.length > 0
      ? chosenPages(client, [...new Set(ids)])
      : filteredPages(client, parseSessionQuery(params).query, now);
  const day = new Date(now).toISOString().slice(0, 10);
  return new Response(await exportStream(format, now, pages), {
    headers: {
      ...headers,
      "content-type": writers[format].type,
      "content-disposition": `attachment; filename="exhibit-sessions-${day}.${format}"`,
    },
  });
}

/** The sessions of a list, or those that were chosen in it, as a file. */
export async function GET(request: Request) {
  try {
    return await save(request);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    console.error(error);
    return isTooSlow(error)
      ? refuse(422, "That takes too long to find. Narrow it, then export it.")
      : refuse(503, "The database did not answer. Try again in a moment.");
  }
}
