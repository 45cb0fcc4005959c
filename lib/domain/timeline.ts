import { formatMoment, humanize } from "@/lib/format";
import type { Json } from "@/lib/supabase/database.types";
import { urlName } from "./links";
import { typeWord } from "./session";

/** A row of `exec_session_events`, as far as it is told. */
export type Event = {
  kind: string;
  action: string;
  label: string | null;
  old: Json;
  new: Json;
};

export type FieldChange = { field: string; from: string; to: string };
export type Told = { title: string; changes: FieldChange[] };

type Fields = Record<string, Json | undefined>;
const fields = (value: Json): Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
const text = (value: Json | undefined) => (typeof value === "string" ? value : null);

/** Whose review an assignment is, by id. */
export const reviewerOf = (value: Json) => text(fields(value).reviewer_id);

/** What the title says already, and what means nothing to a reader. */
const unsaid = new Set([
  "id",
  "session_id",
  "created_at",
  "status",
  "is_complete",
  "handoff_status",
  "verdict",
  "seen_event_id",
  "reviewer_id",
  "assigned_by",
  "state",
  "waived_by",
  "updated_by",
  "approval_date",
  "directive_id",
  "name",
  "role",
  "before_url",
  "after_url",
  "paired_by",
  "resolved_at",
  "resolved_by",
]);

/**
 * An event in words: what happened, and for a change which value became which. `nameOf` knows the
 * people by their ids.
 */
export function tell(event: Event, nameOf = (_: string) => "somebody"): Told {
  const before = fields(event.old);
  const after = fields(event.new);
  const title =
    titles[event.kind]?.(event, after, nameOf) ?? `${humanize(event.kind)} ${event.action}`;
  if (event.action !== "changed") return { title, changes: [] };
  const changes = Object.keys(after)
    .filter((key) => !unsaid.has(key))
    .map((key) => ({
      field: fieldWord(key),
      from: wordBefore(key, before[key]),
      to: word(key, after[key]),
    }));
  return { title, changes };
}

type Title = (event: Event, after: Fields, nameOf: (id: string) => string) => string;

const statusTitles: Record<string, string> = {
  active: "Session became active",
  paused: "Session paused",
  completed: "Session completed",
  failed: "Session failed",
  cancelled: "Session cancelled",
};

export const verdictTitles: Record<string, string> = {
  approve: "Approved",
  request_changes: "Changes requested",
  comment: "Comment",
};

const titles: Record<string, Title> = {
  session: ({ action }, after) => {
    if (action === "deleted") return "Session deleted";
    if (action === "changed") return statusTitles[text(after.status) ?? ""] ?? "Session updated";
    const type = text(after.implementation_type);
    const status = text(after.status) ?? "active";
    const begun = status === "active" ? "Session started" : `Session recorded as ${status}`;
    return type ? `${begun}, ${typeWord(type)}` : begun;
  },
  checkpoint: ({ action, label }, after) => {
    const done = action === "changed" ? after.is_complete : undefined;
    const verb =
      done === true
        ? "completed"
        : done === false
          ? "reopened"
          : action.replace("created", "added");
    return `Checkpoint ${verb}: ${label ?? "no name"}`;
  },
  activation: ({ action, label }, after) => {
    const outcome = text(after.execution_status)?.toLowerCase().replace("_", " ");
    const agent = `${humanize(label ?? "unknown")} sub-agent`;
    if (action === "deleted") return `${agent}: result deleted`;
    return outcome ? `${agent}: ${outcome}` : `${agent}: result changed`;
  },
  handoff: ({ action }, after) => {
    if (action === "deleted") return "Hand-off deleted";
    return `Hand-off ${text(after.handoff_status) ?? "changed"}`;
  },
  review: ({ action }, after) => {
    if (action === "deleted") return "Verdict deleted";
    return verdictTitles[text(after.verdict) ?? ""] ?? "Verdict changed";
  },
  waiver: ({ action, label }) => {
    const done = { created: "waived", changed: "waived anew", deleted: "no longer waived" };
    return `Checkpoint ${done[action as keyof typeof done] ?? action}: ${label ?? "no name"}`;
  },
  assignment: ({ action, old, new: now }, after, nameOf) => {
    const reviewer = reviewerOf(now) ?? reviewerOf(old);
    const name = reviewer ? nameOf(reviewer) : "nobody";
    const before = reviewerOf(old);
    if (action === "deleted") return `Review given back by ${name}`;
    // Only the person themselves can, and who acted is said beside it.
    if (after.state === "skipped") return "Review skipped";
    if (action === "changed" && before && reviewerOf(now)) {
      return `Review passed from ${nameOf(before)} to ${name}`;
    }
    if (action === "changed") return "Review kept";
    return after.state === "assigned" ? `Review assigned to ${name}` : `Review taken by ${name}`;
  },
  pairing: ({ action, old }, after) => {
    const { before_url, after_url } = action === "deleted" ? fields(old) : after;
    const names = [before_url, after_url].flatMap((url) =>
      text(url) ? [urlName(String(url))] : [],
    );
    if (action === "deleted") return `No longer put together by hand: ${names.join(" and ")}`;
    return names.length === 2
      ? `Put together: ${names.join(" and ")}`
      : `Said to have no partner: ${names[0] ?? "a picture"}`;
  },
  pin: ({ action, old }, after) => {
    const url = text(fields(old).url) ?? text(after.url);
    if (action === "created") return `Pin set${url ? ` on ${urlName(url)}` : ""}`;
    if (action === "deleted") return "Pin deleted";
    return after.resolved_at ? "Pin resolved" : "Pin opened again";
  },
  directive: ({ action }, after) => {
    const status = action === "changed" ? text(after.status) : null;
    return status ? `Directive became ${status.replaceAll("_", " ")}` : `Directive ${action}`;
  },
  prd: ({ action, label }, after) => {
    const status = action === "changed" ? text(after.status) : null;
    const name = label ? (/^prd\b/i.test(label) ? label : `PRD ${label}`) : "PRD";
    return `${name} ${status ? `became ${status.replaceAll("_", " ")}` : action}`;
  },
  member: ({ action, label, old }, after) => {
    const name = label ?? "A member";
    if (action === "created") return `${name} joined as ${text(after.role)}`;
    if (action === "deleted") return `${name} was removed`;
    const { role, name: called } = fields(old);
    const became = text(role) && `became ${text(after.role)} (was ${text(role)})`;
    const renamed = text(called) && `${text(called)} is called ${text(after.name)} now`;
    if (renamed) return became ? `${renamed} and ${became}` : renamed;
    return `${name} ${became ?? "changed"}`;
  },
};

const fieldWords: Record<string, string> = {
  code_quality_score: "code quality",
  performance_score: "performance",
  security_score: "security",
  ux_accessibility_score: "UX/accessibility",
  quality_score: "quality",
  implementation_progress: "progress",
  test_coverage_pct: "coverage",
  target_application: "application",
  sd_type: "type",
  sd_id: "directive",
};

/** A column's name as it is said within a sentence. */
export function fieldWord(key: string): string {
  const words = humanize(key);
  return fieldWords[key] ?? words.charAt(0).toLowerCase() + words.slice(1);
}

/** Zero is the default of these: the event alone cannot tell whether somebody had measured it. */
function wordBefore(key: string, value: Json | undefined): string {
  const isDefault = value === 0 && (key.endsWith("score") || key === "test_coverage_pct");
  return isDefault ? "0 or not scored" : word(key, value);
}

const LONGEST = 80;

function word(key: string, value: Json | undefined): string {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 1 ? "1 entry" : `${value.length} entries`;
  if (typeof value === "object") {
    if ("omitted" in value) return "a long value";
    const size = Object.keys(value).length;
    return size === 1 ? "1 field" : `${size} fields`;
  }
  const said = key.endsWith("_at") ? formatMoment(String(value)) : String(value);
  return said.length > LONGEST ? `${[...said].slice(0, LONGEST).join("")}…` : said;
}
