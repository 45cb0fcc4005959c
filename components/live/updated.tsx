import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Ago } from "./ago";
import { shownMark } from "./mark";

/** How old what is shown is, on a page that has a place for it. `skew`: by how much the server's clock is ahead. */
export function Updated({ skew }: { skew: number }) {
  const [place, setPlace] = useState<{ element: HTMLElement; at: number }>();
  useEffect(() => {
    const element = document.getElementById("live-age");
    const shown = shownMark();
    if (element && shown) setPlace({ element, at: shown.at });
  }, []);
  return (
    place &&
    createPortal(
      <>
        updated <Ago at={place.at - skew} />
      </>,
      place.element,
    )
  );
}
