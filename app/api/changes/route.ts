import { z } from "zod";
import { readChange } from "@/lib/data/changes";
import { BackendError } from "@/lib/errors";

const schema = z.object({
  session: z.guid().optional(),
  sd: z
    .string()
    .max(100)
    .refine((id) => !id.includes("\0"))
    .optional(),
});

const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

/** Whether there is news of what a page shows: one cheap read, since every open page asks. */
export async function GET(request: Request) {
  const asked = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return answer({ message: "There is no such session or directive." }, 400);
  try {
    const change = await readChange(asked.data);
    if (!change) return answer({ message: "Sign in first." }, 401);
    if (!change.is_member) return answer({ message: "You are not a member of this team." }, 403);
    const { mark, seconds } = change;
    return answer({ mark, seconds, now: Date.now() });
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    console.error(error);
    return answer({ message: "The database did not answer." }, 503);
  }
}
