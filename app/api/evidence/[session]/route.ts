import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { failureOf } from "@/lib/files/answers";
import { limits, megabytes } from "@/lib/files/limits";
import { receive } from "@/lib/files/receive";
import { Rejection } from "@/lib/files/rejection";
import { requireSender, requireUploader } from "@/lib/files/sender";
import { serviceStore } from "@/lib/files/stores";
import { type Taken, take } from "@/lib/files/take";
import { say } from "@/lib/said";
import { serviceClient } from "@/lib/supabase/service";

type Context = RouteContext<"/api/evidence/[session]">;

const json = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

async function upload(request: Request, { params }: Context): Promise<Taken> {
  const actor = await requireSender(request.headers);
  const { session } = await params;
  const service = serviceClient();
  const { data } = z.guid().safeParse(session).success
    ? await service
        .from("exec_implementation_sessions")
        .select("id")
        .eq("id", session)
        .maybeSingle()
        .throwOnError()
    : { data: null };
  if (!data) throw new Rejection(404, "There is no such session.");
  // The rest of a multipart body is small.
  if (Number(request.headers.get("content-length")) > limits.callBytes + 1_000_000) {
    throw new Rejection(413, `One upload may hold ${megabytes(limits.callBytes)} in all.`);
  }
  if (!request.body) throw new Rejection(400, "Send at least one file.");
  const folder = await mkdtemp(join(tmpdir(), "exhibit-upload-"));
  try {
    const type = request.headers.get("content-type") ?? "";
    const received = await receive(request.body, type, folder);
    return await take({ sessionId: data.id, actor, received, folder }, service, serviceStore());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes files into a session: from agents with the service key, and from reviewers. */
export async function POST(request: Request, context: Context) {
  // A form that was sent before scripts loaded.
  const isPage = request.headers.get("accept")?.includes("text/html");
  try {
    const taken = await upload(request, context);
    if (!isPage) return json(taken);
    const count = Object.values(taken).flat().length;
    await say(count === 1 ? "The file is there." : `${count} files are there.`);
  } catch (error) {
    const { status, message } = failureOf(error);
    if (!isPage) return json({ error: message }, status);
    await say(message, true);
  }
  const { session } = await context.params;
  const location = `/sessions/${encodeURIComponent(session)}`;
  return new Response(null, { status: 303, headers: { location } });
}

/** What an upload may hold, for those who may upload. Asking refreshes the login. */
export async function GET() {
  try {
    await requireUploader();
    return json({ limits });
  } catch (error) {
    const { status, message } = failureOf(error);
    return json({ error: message }, status);
  }
}
