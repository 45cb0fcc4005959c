/** The backend did not answer, or not as it should. Its own words stay in the server's log. */
export class BackendError extends Error {
  name = "BackendError";
  /** The one property of an error that Next hands to the browser. */
  digest = "BACKEND";
  /** The SQLSTATE, or what the backend has in its place; "" where it did not answer. */
  readonly code: string;

  constructor(message: string, code = "") {
    super(message);
    this.code = code;
  }
}

/** Whether it was given up because it took longer than its time. */
export const isTooSlow = (error: unknown) =>
  error instanceof BackendError && error.code === "57014";

type Answer = { data: unknown; error: { code?: string; message: string } | null };

/** What was asked for. @throws {BackendError} */
export function unwrap<A extends Answer>(answer: A): Extract<A, { error: null }>["data"] {
  if (answer.error) {
    const { code, message } = answer.error;
    throw new BackendError(`${code ?? "no code"}: ${message}`, code);
  }
  return answer.data;
}
