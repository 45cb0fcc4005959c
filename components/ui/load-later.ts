"use client";

import { type ComponentType, useEffect, useState } from "react";

/**
 * A hook with a component whose script comes after the page's own, undefined until then. Where it
 * has come once it is there at once: an action that leads on makes all of a page anew.
 */
export function loadLater<Props>(load: () => Promise<ComponentType<Props>>) {
  let known: ComponentType<Props> | undefined;
  return () => {
    const [loaded, setLoaded] = useState({ Component: known });
    useEffect(() => {
      load().then(
        (Component) => {
          known = Component;
          setLoaded({ Component });
        },
        () => {},
      );
    }, []);
    return loaded.Component;
  };
}
