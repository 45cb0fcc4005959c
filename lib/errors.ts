/** The backend did not answer, or not as it should. Its own words stay in the server's log. */
export class BackendError extends Error {
  name = "BackendError";
  /** The one property of an error that Next hands to the browser. */
  digest = "BACKEND";
}

type Answer<T> = {
  data: T;
  error: { code?: string; message: string } | null;
};

/** @throws {BackendError} */
export function unwrap<T>({ data, error }: Answer<T>): NonNullable<T> | Extract<T, null> {
  if (error) throw new BackendError(`${error.code ?? "no code"}: ${error.message}`);
  return data as NonNullable<T> | Extract<T, null>;
}
