import { currentMember } from "@/lib/auth";
import { find } from "@/lib/data/find";
import { BackendError, isTooSlow } from "@/lib/errors";
import { readAddress } from "@/lib/query";
import { readerClient } from "@/lib/supabase/server";
import { wordsOf } from "@/lib/words";

const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

/** What the palette finds by typing. */
export async function GET(request: Request) {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const words = wordsOf(readAddress(params).search("q"));
  try {
    if (!(await currentMember())) return answer({ message: "Your login has ended." }, 401);
    if (words.length === 0) return answer({ directives: [], sessions: [] });
    return answer(await find(await readerClient(), words));
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    console.error(error);
    if (isTooSlow(error)) return answer({ message: "That takes too long. Type more of it." }, 422);
    return answer({ message: "Exhibit cannot reach its backend just now." }, 503);
  }
}
