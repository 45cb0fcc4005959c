import {
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { readStored, store } from "@/components/ui/stored";
import { between } from "@/lib/domain/selection";

/** By the address of a list. */
type Kept = Record<string, string[]>;

const STORED = "exhibit-chosen";
const CHANGED = "exhibit-chosen-changed";
const LISTS = 10;

const FORM = "choose";
const boxes = () => [...document.querySelectorAll<HTMLInputElement>(`[data-rows] [form=${FORM}]`)];
const valuesOf = (all: HTMLInputElement[]) => all.map(({ value }) => value);

function keep(list: string, ids: readonly string[]) {
  const { [list]: _, ...others } = readStored<Kept>(STORED, {});
  const all = [...Object.entries(others), ...(ids.length > 0 ? [[list, ids] as const] : [])];
  store(STORED, Object.fromEntries(all.slice(-LISTS)));
  window.dispatchEvent(new Event(CHANGED));
}

const subscribe = (heard: () => void) => {
  window.addEventListener(CHANGED, heard);
  return () => window.removeEventListener(CHANGED, heard);
};

/** What is chosen of a list, on all of its pages, in the order in which it was. */
export function useChosen(list: string) {
  const stored = useSyncExternalStore(
    subscribe,
    () => readStored<Kept>(STORED, {})[list]?.join() ?? "",
    () => "",
  );
  const chosen = useMemo(() => (stored ? stored.split(",") : []), [stored]);
  const put = useCallback(
    (ids: readonly string[], isChosen: boolean) => {
      const others = (readStored<Kept>(STORED, {})[list] ?? []).filter((id) => !ids.includes(id));
      keep(list, isChosen ? [...others, ...ids] : others);
    },
    [list],
  );
  const clear = useCallback(() => keep(list, []), [list]);

  const isFirst = useRef(true);
  // Before the next list is seen: a click there is meant for it.
  useLayoutEffect(() => {
    // What was ticked before this script was there; later it may be what another list shares.
    const early = isFirst.current ? boxes().filter(({ checked }) => checked) : [];
    isFirst.current = false;
    if (early.length > 0) put(valuesOf(early), true);
    let last = "";
    let isRange = false;
    // What becomes of a click on a label does not everywhere know of the keys that were held.
    const onPress = ({ shiftKey }: PointerEvent | KeyboardEvent) => {
      isRange = shiftKey;
    };
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.getAttribute("form") !== FORM) return;
      const { value, checked } = target;
      put(isRange ? between(valuesOf(boxes()), last, value) : [value], checked);
      last = value;
    };
    const onReset = ({ target }: Event) => {
      if ((target as HTMLElement).id === FORM) clear();
    };
    const over = new AbortController();
    const { signal } = over;
    document.addEventListener("pointerdown", onPress, { capture: true, signal });
    document.addEventListener("keydown", onPress, { capture: true, signal });
    document.addEventListener("change", onChange, { signal });
    document.addEventListener("reset", onReset, { signal });
    return () => over.abort();
  }, [put, clear]);

  const [onPage, setOnPage] = useState("");
  // Each time: a page that is made anew has boxes that nobody ticked.
  useLayoutEffect(() => {
    for (const box of boxes()) box.checked = chosen.includes(box.value);
    setOnPage(valuesOf(boxes()).join());
  });
  return { chosen, page: onPage ? onPage.split(",") : [], put };
}
