import { useCallback, useState } from "react";

export type PictureStatus = "loading" | "slow" | "ready" | "dead";
type Size = { width: number; height: number };
type State = { src: string; status: PictureStatus; size: Size | null; why: string };

const SLOW = 8000;

/** Where it is our own site, what it answers says more than that there is no picture. */
async function whyDead(src: string): Promise<string> {
  const elsewhere = "The address does not answer, or what it answers is no picture.";
  if (!src.startsWith("/")) return elsewhere;
  try {
    const { ok, status, headers } = await fetch(src, { method: "HEAD" });
    if (!ok) return status === 404 ? "The file is not there any more." : `It answers ${status}.`;
    const type = headers.get("content-type")?.split(";")[0] ?? "of no type";
    return type.startsWith("image/")
      ? "The file is damaged, or of a kind that this browser cannot show."
      : `What is there is no picture: it is ${type}.`;
  } catch {
    return elsewhere;
  }
}

/** What becomes of a picture while it loads. `image` goes on the element as its ref. */
export function usePicture(src: string) {
  const start: State = { src, status: "loading", size: null, why: "" };
  const [kept, setKept] = useState(start);
  // Another address begins anew, without a moment in which it shows what became of the last one.
  const state = kept.src === src ? kept : start;
  const image = useCallback(
    (img: HTMLImageElement | null) => {
      if (!img) return;
      const put = (status: PictureStatus, more: Partial<State> = {}) =>
        setKept((last) => ({
          ...(last.src === src ? last : { src, status, size: null, why: "" }),
          status,
          ...more,
        }));
      const loaded = () =>
        put("ready", { size: { width: img.naturalWidth, height: img.naturalHeight } });
      const failed = async () => put("dead", { why: await whyDead(src) });
      // It may be over before this script began.
      if (img.complete && img.currentSrc) {
        if (img.naturalWidth > 0) loaded();
        else failed();
      }
      img.addEventListener("load", loaded);
      img.addEventListener("error", failed);
      let timer: ReturnType<typeof setTimeout> | undefined;
      // What is far from the screen has not begun to load.
      const seen = new IntersectionObserver(([entry]) => {
        clearTimeout(timer);
        if (!entry?.isIntersecting) return;
        timer = setTimeout(() => {
          if (!img.complete) put("slow");
        }, SLOW);
      });
      seen.observe(img);
      return () => {
        clearTimeout(timer);
        seen.disconnect();
        img.removeEventListener("load", loaded);
        img.removeEventListener("error", failed);
      };
    },
    [src],
  );
  return { image, ...state };
}
