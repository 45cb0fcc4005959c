import type { z } from "zod";
import type { ActionState } from "./action-state";

/** What a form says about values that were not as they should be: the first thing wrong with each field. */
export function problemsOf(error: z.ZodError): ActionState {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[String(path[0] ?? "")] ??= message;
  const { "": whole, ...named } = fields;
  const message = whole ?? "Not done yet: see what is marked below.";
  return { message, fields: named };
}
