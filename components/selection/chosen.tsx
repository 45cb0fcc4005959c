"use client";

import { loadLater } from "@/components/ui/load-later";

export type ChosenProps = {
  /** The list's address, whatever its page and order. */
  list: string;
  /** Whom the member may give reviews to: nobody, where they may not. */
  reviewers: { id: string; name: string }[];
  memberId: string;
};

const useLoadedChosen = loadLater(() =>
  import("./loaded-chosen").then(({ LoadedChosen }) => LoadedChosen),
);

/** Its script comes after the page's own: boxes that were ticked before count. */
export function Chosen(props: ChosenProps) {
  const LoadedChosen = useLoadedChosen();
  return LoadedChosen && <LoadedChosen {...props} />;
}
