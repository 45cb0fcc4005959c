import type { ChartSpec } from "@/lib/domain/chart";
import { fileName, toCsv } from "@/lib/domain/chart-file";
import { toSvg } from "./svg-file";

type Chart = { id: string; title: string; spec: ChartSpec; box: HTMLElement | null };

/** Saves what the chart shows as a file, made in the browser from what is there already. */
export function save(kind: "csv" | "svg", { id, title, spec, box }: Chart) {
  const text = kind === "csv" ? toCsv(spec) : box && toSvg(box, title, spec);
  if (!text) return;
  const type = kind === "csv" ? "text/csv;charset=utf-8" : "image/svg+xml";
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName(id, kind, new Date());
  link.click();
  // The browser reads it after this; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
