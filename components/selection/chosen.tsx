"use client";

import { type ComponentType, useEffect, useState } from "react";

export type ChosenProps = {
  /** The list's address, whatever its page and order. */
  list: string;
  /** Whom the member may give reviews to: nobody, where they may not. */
  reviewers: { id: string; name: string }[];
  memberId: string;
};

/** Its script comes after the page's own: boxes that were ticked before count. */
export function Chosen(props: ChosenProps) {
  const [loaded, setLoaded] = useState<{ LoadedChosen: ComponentType<ChosenProps> }>();
  useEffect(() => {
    import("./loaded-chosen").then(setLoaded, () => {});
  }, []);
  return loaded && <loaded.LoadedChosen {...props} />;
}
