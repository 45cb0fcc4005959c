import { currentMember } from "@/lib/auth";
import { find } from "@/lib/data/find";
import { BackendError } from "@/lib/errors";
import { readAddress, wordsOf } from "@/lib/query";
import { readerClient } from "@/lib/supabase/server";

const WORDS = 10;

const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

/** What the palette finds by typing. */
export async function GET(request: Request) {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const words = wordsOf(readAddress(params).text("q"));
  try {
    if (!(await currentMember())) return answer({ message: "Your login has ended." }, 401);
    if (words.length === 0) return answer({ directives: [], sessions: [] });
    return answer(await find(await readerClient(), words.slice(0, WORDS)));
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    console.error(error);
    return answer({ message: "Exhibit cannot reach its backend just now." }, 503);
  }
}
