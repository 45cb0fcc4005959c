import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const tones = {
  info: { icon: Info, word: "Note", look: "border-accent/40 bg-accent-soft" },
  warn: { icon: TriangleAlert, word: "Warning", look: "border-moderate/50 bg-moderate-soft" },
  error: { icon: CircleAlert, word: "Error", look: "border-needs/50 bg-needs-soft" },
} as const;

type Props = { tone?: keyof typeof tones; title?: ReactNode; children?: ReactNode };

/** Something the person should know, where they are. */
export function Notice({ tone = "info", title, children }: Props) {
  const { icon: Icon, word, look } = tones[tone];
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className={`flex gap-2.5 rounded-md border px-3 py-2.5 ${look}`}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <span className="sr-only">{word}: </span>
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}
