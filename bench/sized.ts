import type { Place, Running } from "./instance.ts";

/** One of the Exhibits that differ by their number of sessions. */
export type Sized = { place: Place; app: Running };

export const short = ({ place: { sessions } }: Sized) =>
  sessions >= 1_000_000 ? `${sessions / 1_000_000} M` : `${sessions / 1000} k`;
