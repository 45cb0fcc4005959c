import type { ActionState } from "@/lib/action-state";
import { holderOf, takenWords } from "@/lib/domain/lifecycle";
import type { Refusal } from "@/lib/refusal";
import { refusalWords } from "@/lib/refusal-words";
import { readerClient } from "@/lib/supabase/server";
import { readMeanwhile } from "./events";
import { readSiblings } from "./siblings";

type Explained = Pick<ActionState, "message" | "meanwhile"> | null;

/** What others did to the session since the form was made, where that is why it was refused. */
export async function explainMoved(
  refusal: Refusal,
  { session, seen }: { session: string; seen: number },
): Promise<Explained> {
  if (refusal.message !== "moved") return null;
  const meanwhile = await readMeanwhile(await readerClient(), { session }, seen);
  return { message: refusalWords(refusal), meanwhile };
}

/** Which other session has the place that one was to get; `stays` is the status of that one. */
export async function explainTaken(
  refusal: Refusal,
  { sd, to, stays }: { sd: string; to: string; stays: string | null },
): Promise<Explained> {
  if (refusal.code !== "23505") return null;
  const holder = holderOf(to, await readSiblings(await readerClient(), sd));
  return holder ? { message: takenWords(sd, holder, stays) } : null;
}
