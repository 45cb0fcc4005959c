/** What a form shows after it was sent. Nothing in it means that nothing was sent yet. */
export type ActionState = {
  /** It was done; what was done is said by the frame, and here only where it has to stay. */
  done?: boolean;
  /** Something that is shown once, such as a link to pass on. */
  result?: string;
  /** What went wrong, in words a person can act on. */
  message?: string;
  /** What is wrong with a field, by its name. */
  fields?: Record<string, string | undefined>;
  /** What somebody else did meanwhile, newest first. */
  meanwhile?: string[];
  /** Whether one has to sign in again. */
  signedOut?: boolean;
  /** What was typed, by field; for a page whose scripts have not loaded. Never a password. */
  values?: Record<string, string | string[]>;
};

export type Action = (state: ActionState, form: FormData) => Promise<ActionState>;
