import { BackendError } from "./errors";

/** The database would not do it, and nothing was changed. */
export class Refusal extends Error {
  name = "Refusal";
  /** A SQLSTATE. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }

  /** The name of the constraint that it met, "" for none. */
  get constraint(): string {
    return /constraint "([^"]+)"/.exec(this.message)?.[1] ?? "";
  }
}

type Answer<T> = { data: T; error: { code?: string; message: string } | null };

/** Constraints, our own functions' refusals, values that no column takes, and lost races. */
const refusals = /^(23|PT|22|40)/;

/** What a write answered. @throws {Refusal} @throws {BackendError} where it is not known whether it was done */
export async function written<T>(request: PromiseLike<Answer<T>>): Promise<T> {
  const { data, error } = await request;
  if (!error) return data;
  const { code = "", message } = error;
  if (refusals.test(code)) throw new Refusal(code, message);
  throw new BackendError(`${code || "no code"}: ${message}`);
}
