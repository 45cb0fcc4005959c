/** The backend did not answer, or not as it should. Its own words stay in the server's log. */
export class BackendError extends Error {
  name = "BackendError";
  /** The one property of an error that Next hands to the browser. */
  digest = "BACKEND";
}

type Answer = { data: unknown; error: { code?: string; message: string } | null };

/** What was asked for. @throws {BackendError} */
export function unwrap<A extends Answer>(answer: A): Extract<A, { error: null }>["data"] {
  if (answer.error) {
    throw new BackendError(`${answer.error.code ?? "no code"}: ${answer.error.message}`);
  }
  return answer.data;
}
