import { z } from "zod";
import { currentMember, currentUser } from "@/lib/auth";
import { chosenPages, filteredPages } from "@/lib/data/export";
import { BackendError, isTooSlow } from "@/lib/errors";
import { formats, writers } from "@/lib/export/formats";
import { exportStream } from "@/lib/export/stream";
import { paramsOf } from "@/lib/query";
import { say } from "@/lib/said";
import { parseSessionQuery } from "@/lib/search-params";
import { readerClient } from "@/lib/supabase/server";

const schema = z.object({
  format: z.enum(formats),
  ids: z.array(z.guid().toLowerCase()).max(1000),
});

const headers = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

/** For a person: back to where they were, which says it. */
async function refuse(request: Request, status: number, message: string) {
  if (!request.headers.get("accept")?.includes("text/html")) {
    return Response.json({ message }, { status, headers });
  }
  await say(message, true);
  const from = URL.parse(request.headers.get("referer") ?? "");
  const isOwn = from?.host === request.headers.get("host") && from?.pathname === "/sessions";
  const location = isOwn ? `/sessions${from.search}` : "/sessions";
  return new Response(null, { status: 303, headers: { ...headers, location } });
}

async function save(request: Request, asked: string) {
  if (!(await currentMember())) {
    return (await currentUser())
      ? refuse(request, 403, "You are not a member of this team.")
      : refuse(request, 401, "Sign in first.");
  }
  const params = paramsOf(asked);
  const parsed = schema.safeParse({ format: params.format?.[0], ids: params.ids ?? [] });
  if (!parsed.success) {
    return refuse(request, 400, "Ask for csv or json, and for 1,000 chosen sessions at most.");
  }
  const { query, notices } = parseSessionQuery(params);
  // A file says nothing of what was left out of it.
  if (notices.length > 0) return refuse(request, 400, `Nothing was saved. ${notices.join(" ")}`);
  const { format, ids } = parsed.data;
  const now = Date.now();
  const client = await readerClient();
  const pages =
    ids.length > 0 ? chosenPages(client, [...new Set(ids)]) : filteredPages(client, query, now);
  const day = new Date(now).toISOString().slice(0, 10);
  return new Response(await exportStream(format, now, pages), {
    headers: {
      ...headers,
      "content-type": writers[format].type,
      "content-disposition": `attachment; filename="exhibit-sessions-${day}.${format}"`,
    },
  });
}

async function saveOrSay(request: Request, asked: string) {
  try {
    return await save(request, asked);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    console.error(error);
    return isTooSlow(error)
      ? refuse(request, 422, "That takes too long to find. Narrow it, then export it.")
      : refuse(request, 503, "The database did not answer. Try again in a moment.");
  }
}

/** The sessions of a list as a file. */
export const GET = (request: Request) => saveOrSay(request, new URL(request.url).search.slice(1));

/** Those that were chosen in it, which can be more than an address holds. */
export const POST = async (request: Request) => saveOrSay(request, await request.text());
