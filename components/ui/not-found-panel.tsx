import Link from "next/link";
import { buttonClass } from "./button";

/** The same words for everybody: they tell nobody whether something is there. */
export function NotFoundPanel() {
  return (
    <div className="mx-auto max-w-lg px-4 py-16 text-center">
      <h1 className="font-semibold text-lg">There is nothing at this address</h1>
      <p className="mt-1 text-muted">
        The link may be mistyped, or what it led to has been removed.
      </p>
      <p className="mt-5">
        <Link href="/sessions" prefetch={false} className={buttonClass()}>
          Go to the sessions
        </Link>
      </p>
    </div>
  );
}
