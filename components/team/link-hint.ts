/** Beside a link to set a password, which is shown once. */
export const LINK_HINT =
  "Copy this link and pass it on where only they read it. It works once, within an hour, and is not shown again.";
