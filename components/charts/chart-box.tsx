"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import type { ChartSpec } from "@/lib/domain/chart";
import type { DrawingProps } from "./drawing";
import { Failed } from "./failed";

type Props = {
  id: string;
  title: string;
  spec: ChartSpec;
  height: number;
  /** The legend, between the drawing and its downloads. */
  children: ReactNode;
};

/** Keeps the drawing's place and fetches its script only when that comes into view. */
export function ChartBox({ id, title, spec, height, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<{ Drawing: ComponentType<DrawingProps> } | "failed">();
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        import("./drawing").then(setDrawing, () => setDrawing("failed"));
      },
      { rootMargin: "200px" },
    );
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const download = (kind: "csv" | "svg") =>
    import("./download").then(({ save }) => save(kind, { id, title, spec, box: box.current }));
  const failed = drawing === "failed";
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would promise a form. */}
      <div
        ref={box}
        role="group"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-measures`}
        data-drawn={drawn || undefined}
        style={{ height }}
        className="noscript:hidden"
      >
        {failed && <Failed />}
        {drawing && !failed && (
          <drawing.Drawing title={title} spec={spec} onDrawn={() => setDrawn(true)} />
        )}
      </div>
      {children}
      <p className="float-right flex noscript:hidden">
        {(["csv", "svg"] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            disabled={kind === "svg" && !drawn}
            aria-label={`Download ${title} as ${kind.toUpperCase()}`}
            onClick={() => download(kind)}
            className={buttonClass({ variant: "ghost", size: "small" })}
          >
            {kind.toUpperCase()}
          </button>
        ))}
      </p>
    </>
  );
}
