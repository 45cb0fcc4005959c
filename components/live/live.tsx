"use client";

import { type ComponentType, useEffect, useState } from "react";

/** `made` is another each time that the frame is made anew, with the page in it. */
type Props = { made: number };

/** Nobody waits for it: its script comes after the page's own. */
export function Live({ made }: Props) {
  const [loaded, setLoaded] = useState<{ LiveBar: ComponentType<Props> }>();
  useEffect(() => {
    import("./live-bar").then(setLoaded, () => {});
  }, []);
  return loaded && <loaded.LiveBar made={made} />;
}
