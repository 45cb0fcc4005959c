import { BackendError, unwrap } from "@/lib/errors";
import { isNotModified, readRange } from "@/lib/files/range";
import { isKey, thumbKey } from "@/lib/files/store";
import { readerStore } from "@/lib/files/stores";
import { accessToken, readerClient } from "@/lib/supabase/server";

type Context = RouteContext<"/files/[hash]/[[...name]]">;

/** Whatever a file may hold, it runs nothing, and no other site shows it. */
const still = {
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'self'",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

const words = (status: number, text: string, headers: HeadersInit = {}) =>
  new Response(`${text}\n`, {
    status,
    headers: {
      ...still,
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      ...headers,
    },
  });

const signIn = () => words(401, "Sign in to see this file.");
const missing = () => words(404, "There is no such file.");

/** A member's question alone is answered with what the file is. @throws {BackendError} */
async function find(hash: string) {
  const client = await readerClient();
  const answer = await client.rpc("evidence_file", { p_hash: hash }).maybeSingle();
  // A token that has ended, or is none.
  if (answer.status === 401) return null;
  return unwrap(answer);
}

async function serve(request: Request, { params }: Context, withBody: boolean) {
  const token = await accessToken();
  if (!token) return signIn();
  const { hash } = await params;
  if (!isKey(hash) || hash.includes(".")) return missing();
  const found = await find(hash);
  if (!found) return signIn();
  if (!found.is_member) return words(403, "You are signed in, but not a member of the team.");
  if (!found.media_type) return missing();

  const isThumb = new URL(request.url).searchParams.has("thumb");
  if (isThumb && !found.media_type.startsWith("image/")) return missing();
  const key = isThumb ? thumbKey(hash) : hash;
  const etag = `"${key}"`;
  const headers: Record<string, string> = {
    ...still,
    etag,
    "cache-control": "private, max-age=31536000, immutable",
    vary: "cookie",
  };
  if (isNotModified(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers["content-type"] = isThumb ? "image/webp" : found.media_type;
  headers["content-disposition"] = "inline";
  if (!isThumb) headers["accept-ranges"] = "bytes";

  const condition = request.headers.get("if-range");
  const wanted =
    isThumb || (condition && condition !== etag)
      ? null
      : readRange(request.headers.get("range"), found.bytes);
  if (wanted === "none") {
    return words(416, "The file has no such part.", { "content-range": `bytes */${found.bytes}` });
  }
  const size = wanted ? wanted.last - wanted.first + 1 : isThumb ? null : found.bytes;
  if (wanted) headers["content-range"] = `bytes ${wanted.first}-${wanted.last}/${found.bytes}`;
  const status = wanted ? 206 : 200;
  if (!withBody) {
    if (size !== null) headers["content-length"] = String(size);
    return new Response(null, { status, headers });
  }
  const kept = await readerStore(token).get(key, wanted ?? undefined);
  if (!kept) return missing();
  const length = size ?? kept.size;
  if (length !== null) headers["content-length"] = String(length);
  return new Response(kept.body, { status, headers });
}

async function answer(request: Request, context: Context, withBody: boolean) {
  try {
    return await serve(request, context, withBody);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    console.error(error);
    return words(503, "Exhibit cannot reach its files just now. Try again.");
  }
}

export const GET = (request: Request, context: Context) => answer(request, context, true);
export const HEAD = (request: Request, context: Context) => answer(request, context, false);
