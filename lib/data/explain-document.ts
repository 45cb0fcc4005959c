import type { Refusal } from "@/lib/refusal";
import { refusalWords } from "@/lib/refusal-words";
import { readerClient } from "@/lib/supabase/server";
import { newestPrd } from "./directive-form";
import { type Document, readMeanwhile } from "./events";

const keepOrPut =
  "What you changed is kept here: look at both, and save again to put yours in place of theirs.";

type Sent = Document & { seen: number | undefined; untouched: readonly string[] };

/** Why a directive or a PRD was not saved, and what to do about it. */
export async function explainDocument(refusal: Refusal, { seen, untouched, ...document }: Sent) {
  const client = await readerClient();
  if (refusal.message === "moved") {
    const meanwhile = await readMeanwhile(client, document, seen ?? 0);
    return {
      message: `Somebody else changed the same meanwhile. ${keepOrPut}`,
      meanwhile,
      // They stand for nothing that somebody chose.
      untouched,
    };
  }
  if (refusal.code !== "23505") return null;
  if (document.prd !== null && (await newestPrd(client, document.sd)) !== null) {
    // The page has become the form of the PRD that is there now.
    return { message: `Somebody else wrote the PRD of this directive meanwhile. ${keepOrPut}` };
  }
  if (refusal.constraint.endsWith("_v2_pkey")) {
    return { message: refusalWords(refusal), fields: { id: "Choose another id." } };
  }
  return null;
}
