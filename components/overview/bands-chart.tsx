import Link from "next/link";
import { ChartCard } from "@/components/charts/chart-card";
import { bandColors } from "@/lib/domain/chart-colors";
import { bandsFinding } from "@/lib/domain/findings";
import { periodHref, type Scope } from "@/lib/domain/overview-query";
import { type Band, bandRange, bands, bandWord } from "@/lib/domain/scores";
import { count, humanize } from "@/lib/format";

type Props = { counts: Record<Band, number>; scope: Scope };

const scored = bands.filter((band) => band !== "unscored");

export function BandsChart({ counts, scope }: Props) {
  const hasScores = scored.some((band) => counts[band] > 0);
  return (
    <ChartCard
      id="bands"
      title={bandsFinding(counts)}
      measures="Sessions that started in this period, by band of their quality score."
      aside={
        counts.unscored > 0 && (
          <Link
            href={periodHref(scope, { band: ["unscored"] })}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            {count(counts.unscored, "more is", "more are")} not scored
          </Link>
        )
      }
      empty="No session that started in this period has a quality score."
      spec={{
        kind: "rows",
        series: [{ key: "sessions", label: "Sessions", color: "var(--accent)" }],
        points: hasScores
          ? scored.map((band) => {
              const { from, to } = bandRange(band);
              return {
                label: `${humanize(bandWord(band))}, ${from}–${to}`,
                values: { sessions: counts[band] },
                color: bandColors[band],
                href: counts[band] > 0 ? periodHref(scope, { band: [band] }) : undefined,
              };
            })
          : [],
        x: "Band of the quality score",
        y: "Sessions",
      }}
    />
  );
}
