import { ArrowRight, ChevronsLeft } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "./button";

type Props = {
  /** The address of the first page; null on that page itself. */
  first: string | null;
  next: string | null;
};

/** On and back to the start; one page back is what the browser's Back is for. */
export function Pages({ first, next }: Props) {
  if (first === null && next === null) return null;
  return (
    <nav aria-label="Pages" className="mt-3 flex flex-wrap justify-between gap-2">
      {first !== null ? (
        <Link href={first} prefetch={false} className={buttonClass({ variant: "ghost" })}>
          <ChevronsLeft aria-hidden className="size-4" />
          Back to first page
        </Link>
      ) : (
        <span />
      )}
      {next !== null && (
        <Link href={next} rel="next" prefetch={false} className={buttonClass()}>
          Next
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  );
}
