import "server-only";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Action, ActionState } from "./action-state";
import { currentMember, type Member } from "./auth";
import { isAtLeast, type Role, whoMay } from "./domain/roles";
import { BackendError } from "./errors";
import { isOwnOrigin } from "./origin";
import { problemsOf } from "./problems";
import { Refusal } from "./refusal";
import { refusalWords } from "./refusal-words";
import { say } from "./said";
import { type ServiceClient, serviceClient } from "./supabase/service";

/** What a write is given: what was sent, who sent it, and the client that may write. */
export type Given<Input> = { input: Input; member: Member; service: ServiceClient };

/**
 * What was done, in words, with a warning where a part of it was not; where to go on; and what is
 * shown in the form itself.
 */
type Outcome = { said?: string; warning?: boolean; to?: string; result?: string };

/**
 * What a refusal means here, where that is more than it means anywhere. The fields that are named
 * as untouched show what is there now, in place of what was sent.
 */
type Explanation = Omit<ActionState, "values" | "done"> & { untouched?: readonly string[] };

type Definition<Schema extends z.ZodType> = {
  /** The role that it takes at least. */
  role: Role;
  schema: Schema;
  /** One call that changes everything or nothing. @throws {Refusal} @throws {BackendError} */
  write: (given: Given<z.output<Schema>>) => Promise<Outcome>;
  explain?: (
    refusal: Refusal,
    input: z.output<Schema>,
  ) => Promise<Explanation | null> | Explanation | null;
};

const unreachable =
  "Exhibit cannot reach its backend just now. Nothing was changed, and what you entered is kept; try again.";
/** Each write is refused or does nothing when it comes a second time. */
const uncertain =
  "The backend did not answer, so it is not certain whether this was saved. What you entered is kept: send it again, which never does it twice.";

/** The only way in which a member changes anything. */
export function action<Schema extends z.ZodType>(definition: Definition<Schema>): Action {
  const { role, schema, write, explain } = definition;
  return async (_, form) => {
    const values = valuesOf(form);
    const fail = ({ untouched = [], ...state }: Explanation): ActionState => ({
      ...state,
      values: without(values, (name) => untouched.includes(name) || /password/i.test(name)),
    });
    let to: string | undefined;
    let sent = false;
    try {
      if (!(await isOwnOrigin())) {
        return fail({ message: "This did not come from a page of Exhibit. Open the page again." });
      }
      const member = await currentMember();
      if (!member) {
        return fail({
          signedOut: true,
          message: "Your login has ended. Nothing was changed; what you entered is kept.",
        });
      }
      if (!isAtLeast(member.role, role)) {
        return fail({ message: `${whoMay[role]} can do this; you are a ${member.role}.` });
      }
      const parsed = schema.safeParse(values);
      if (!parsed.success) return fail(problemsOf(parsed.error));
      sent = true;
      try {
        const outcome = await write({ input: parsed.data, member, service: serviceClient() });
        if (outcome.said) await say(outcome.said, outcome.warning);
        to = outcome.to;
        revalidatePath("/", "layout");
        if (!to) return { done: true, result: outcome.result };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // The page shows what is there now, beside what was typed.
        revalidatePath("/", "layout");
        return fail((await explain?.(error, parsed.data)) ?? { message: refusalWords(error) });
      }
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      console.error(error);
      return fail({ message: sent ? uncertain : unreachable });
    }
    redirect(to);
  };
}

/** For the one write of somebody who is just signing in. Its failure is no reason to turn them away. */
export async function noteSignIn(userId: string): Promise<void> {
  const { error } = await serviceClient().rpc("note_sign_in", { p_actor: userId });
  if (error) console.error("note_sign_in:", error.message);
}

type Values = Record<string, string | string[]>;

/** What was sent, without what the framework adds. */
function valuesOf(form: FormData): Values {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  return Object.fromEntries(
    names.map((name) => {
      const all = form.getAll(name).map((value) => (typeof value === "string" ? value : ""));
      return [name, all.length === 1 ? (all[0] ?? "") : all];
    }),
  );
}

function without(values: Values, isLeftOut: (name: string) => boolean): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isLeftOut(name)));
}
