import { cutText } from "@/lib/format";

/** Text that somebody wrote, in its own direction and with its own lines. */
export function Prose({ text, className = "" }: { text: string; className?: string }) {
  const { head, more } = cutText(text);
  return (
    <p dir="auto" className={`whitespace-pre-line ${className}`}>
      {head}
      {more && <span className="text-muted"> {more}</span>}
    </p>
  );
}
