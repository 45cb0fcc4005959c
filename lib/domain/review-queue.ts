import { z } from "zod";
import { formatDuration } from "@/lib/format";
import { addressEntries, addressOf, readAddress, type SearchParams } from "@/lib/query";
import { bandEdges } from "./scores";

export const queueViews = ["all", "unassigned", "mine", "agent"] as const;
export type QueueView = (typeof queueViews)[number];

export type Place = { show: QueueView; blind: boolean; session?: string | null };

/** The address of the queue, with a session open where one is named. */
export function queueHref({ show, blind, session }: Place): string {
  return addressOf(
    "/reviews",
    addressEntries({ session, show: show === "all" ? "" : show, blind }),
  );
}

/** Whatever the address says, a place that there is. */
export function parsePlace(params: SearchParams): Place & { notices: string[] } {
  const address = readAddress(params);
  const session = z.guid().safeParse(address.text("session"));
  return {
    show: address.first("show", queueViews, "a part of the queue") || "all",
    blind: address.flag("blind"),
    session: session.success ? session.data : null,
    notices: address.notices,
  };
}

/** So near to another band that a second look could change it. */
const NEAR = 1;
/** Milliseconds after which somebody has waited long for a verdict. */
const LONG = 3 * 86_400_000;

type Facts = {
  quality: number | null;
  verdict: string | null;
  /** When it began to wait (ISO), where that is known. */
  endedAt: string | null;
  waiting: boolean;
};

/** What makes a session that waits for review worth a look, beside what speaks against it. */
export function queueReasons({ quality, verdict, endedAt, waiting }: Facts, now: number): string[] {
  if (!waiting) return [];
  const edge = bandEdges.find((from) => quality !== null && nearTo(quality, from));
  const waits = endedAt ? now - Date.parse(endedAt) : 0;
  return [
    verdict === "approve" && "changed since it was approved",
    verdict === "request_changes" && "changed since changes were requested",
    edge !== undefined && `close to the edge of a band, ${edge}`,
    waits > LONG && `waiting for ${formatDuration(waits)}`,
  ].filter((words) => words !== false);
}

/** Of 85: 83 and 84 miss it by a little, 85 and 86 reach it by a little. */
const nearTo = (score: number, edge: number) => score >= edge - 1 - NEAR && score <= edge + NEAR;
