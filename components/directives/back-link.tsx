import Link from "next/link";
import { directiveHref } from "@/lib/domain/directive-query";

/** From a form back to the directive, without saving. */
export function BackLink({ id, title }: { id: string; title?: string }) {
  return (
    <p className="mb-4">
      <Link
        href={directiveHref(id)}
        prefetch={false}
        className="text-accent underline underline-offset-2"
      >
        Back to <bdi>{id}</bdi>
      </Link>
      {title && (
        <>
          {" "}
          <bdi className="text-muted">{title}</bdi>
        </>
      )}
    </p>
  );
}
