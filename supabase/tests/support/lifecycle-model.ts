// What should come of what people and agents do to sessions, one after the other: a small model that
// knows the lifecycle, the constraints and who may what, and nothing of SQL.
import type { Role } from "../../../lib/domain/roles.ts";

const domains = [
  "code_quality_score",
  "performance_score",
  "security_score",
  "ux_accessibility_score",
] as const;
const scores = ["quality_score", ...domains] as const;
type Score = (typeof scores)[number];
export type Domains = Record<(typeof domains)[number], number | null>;
export type Person = { id: string; role: Role };
type Kind =
  | "session"
  | "checkpoint"
  | "waiver"
  | "activation"
  | "handoff"
  | "review"
  | "assignment";
type Event = { kind: Kind; fields?: readonly string[]; of?: number; comment?: boolean };
type Holding = "held" | "assigned" | "skipped";

export type Session = {
  id: string;
  sd: string;
  status: string;
  dated: boolean;
  deleted: boolean;
  row: Record<Score, number | null>;
  /** The scores that somebody changed, ever: a 0 of theirs is one. */
  touched: Set<Score>;
  complete: boolean[];
  waived: boolean[];
  reviews: number;
  verdict: string | null;
  /** How many events its reviewer had seen. */
  verdictSeen: number;
  holdings: Map<string, Holding>;
  events: Event[];
};

const order: Role[] = ["viewer", "reviewer", "admin"];
export const moved = "PT409 moved";

export class LifecycleModel {
  readonly directives = new Map<string, { status: string; events: number }>();
  readonly sessions: Session[] = [];

  card(session: Session, name: Score) {
    return session.row[name] === 0 && !session.touched.has(name) ? null : session.row[name];
  }
  waits(session: Session) {
    const last = session.events.findLastIndex(({ kind }) => kind === "session") + 1;
    return (
      session.status === "completed" && !(session.verdict !== null && session.verdictSeen >= last)
    );
  }
  holder({ holdings }: Session) {
    return [...holdings].find(([, state]) => state !== "skipped")?.[0] ?? null;
  }

  protected lacks(person: Person, least: Role) {
    return order.indexOf(person.role) < order.indexOf(least);
  }
  protected cannot(person: Person, session: Session, least: Role = "reviewer") {
    if (this.lacks(person, least)) return "PT403 not_allowed";
    return session.deleted ? "PT404 gone" : null;
  }
  protected after(session: Session, seen: number, kinds: Kind[], fields: readonly string[] = []) {
    return session.events
      .slice(seen)
      .some(
        (event) =>
          (kinds.includes(event.kind) && !event.comment) ||
          (event.kind === "session" && event.fields?.some((field) => fields.includes(field))),
      );
  }
  protected refusesSecond(session: Session, status: string) {
    const has = this.sessions.some(
      (other) =>
        other !== session && other.sd === session.sd && !other.deleted && other.status === status,
    );
    if (!has) return null;
    return status === "active"
      ? "23505 idx_exec_sessions_sd_active"
      : "23505 exec_implementation_sessions_sd_id_status_key";
  }
  protected direct(sd: string, status: string) {
    const directive = this.directives.get(sd);
    if (!directive || directive.status === status) return;
    directive.status = status;
    directive.events++;
  }
  protected reopen(session: Session) {
    const { status } = this.directives.get(session.sd) ?? {};
    if (session.status === "completed" && status?.startsWith("implementation_")) {
      this.direct(session.sd, "in_progress");
    }
    session.status = "active";
    session.dated = false;
    session.events.push({ kind: "session", fields: ["status"] });
  }

  start(person: Person, id: string, sd: string) {
    const session: Session = {
      id,
      sd,
      status: "active",
      dated: false,
      deleted: false,
      row: Object.fromEntries(scores.map((name) => [name, 0])) as Session["row"],
      touched: new Set(),
      complete: [false, false, false],
      waived: [false, false, false],
      reviews: 0,
      verdict: null,
      verdictSeen: 0,
      holdings: new Map(),
      events: [{ kind: "session", fields: ["status", ...scores] }],
    };
    const refusal = this.cannot(person, session) ?? this.refusesSecond(session, "active");
    if (!refusal) this.sessions.push(session);
    return refusal ?? "done";
  }

  move(person: Person, session: Session, seen: number, from: string, to: string) {
    const kinds: Kind[] =
      to === "completed" ? ["session", "checkpoint", "waiver", "activation"] : [];
    const refusal =
      this.cannot(person, session) ??
      (this.after(session, seen, kinds, ["status"]) || session.status !== from ? moved : null) ??
      this.refusesSecond(session, to);
    if (refusal) return refusal;
    this.#set(session, to, true);
    return "done";
  }
  /** As an agent does: without a date, and whatever anybody has seen. */
  agentMoves(session: Session, to: string) {
    const refusal = session.status === to ? null : this.refusesSecond(session, to);
    if (refusal) return refusal;
    if (session.status !== to) this.#set(session, to, false);
    return "done";
  }
  #set(session: Session, to: string, dates: boolean) {
    if (dates && to === "active" && session.status !== "paused") {
      this.reopen(session);
      return;
    }
    session.status = to;
    if (to === "completed") {
      if (dates) session.dated = true;
      const good = (session.row.quality_score ?? 0) >= 75;
      this.direct(session.sd, `implementation_${good ? "complete" : "review_required"}`);
    }
    session.events.push({ kind: "session", fields: ["status"] });
  }

  score(person: Person, session: Session, seen: number, values: Domains) {
    const refusal =
      this.cannot(person, session) ?? (this.after(session, seen, [], scores) ? moved : null);
    if (refusal) return refusal;
    const wanted: Partial<Record<Score, number | null>> = { ...values };
    const given = Object.values(values).filter((value) => value !== null);
    if (given.length > 0) {
      const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
      wanted.quality_score = Math.round(mean);
    } else if (domains.some((name) => this.card(session, name) !== null)) {
      wanted.quality_score = null;
    }
    const zeros = scores.filter(
      (name) => session.row[name] === 0 && this.card(session, name) === null && wanted[name] === 0,
    );
    for (const name of scores) {
      const isDefault = session.row[name] === 0 && this.card(session, name) === null;
      if (isDefault && wanted[name] === null) delete wanted[name];
    }
    if (zeros.length > 0) this.#write(session, Object.fromEntries(zeros.map((n) => [n, null])));
    this.#write(session, wanted);
    return "done";
  }
  agentScores(session: Session, quality_score: number) {
    this.#write(session, { quality_score });
    return "done";
  }
  #write(session: Session, values: Partial<Session["row"]>) {
    const fields = scores.filter(
      (name) => values[name] !== undefined && values[name] !== session.row[name],
    );
    if (fields.length === 0) return;
    Object.assign(session.row, Object.fromEntries(fields.map((name) => [name, values[name]])));
    for (const name of fields) session.touched.add(name);
    session.events.push({ kind: "session", fields });
  }

  #checkpointMoved(session: Session, seen: number, of: number) {
    const hit = session.events
      .slice(seen)
      .some((event) => ["checkpoint", "waiver"].includes(event.kind) && event.of === of);
    return hit ? moved : null;
  }
  check(person: Person, session: Session, seen: number, of: number, complete: boolean) {
    const refusal = this.cannot(person, session) ?? this.#checkpointMoved(session, seen, of);
    if (refusal) return refusal;
    if (session.complete[of] !== complete) {
      session.complete[of] = complete;
      session.events.push({ kind: "checkpoint", of });
    }
    return "done";
  }
  waive(person: Person, session: Session, seen: number, of: number) {
    const refusal =
      this.cannot(person, session, "admin") ?? this.#checkpointMoved(session, seen, of);
    if (refusal) return refusal;
    session.waived[of] = true;
    session.events.push({ kind: "waiver", of });
    return "done";
  }
  lift(person: Person, session: Session, seen: number, of: number) {
    const refusal =
      this.cannot(person, session, "admin") ?? this.#checkpointMoved(session, seen, of);
    if (refusal) return refusal;
    if (session.waived[of]) session.events.push({ kind: "waiver", of });
    session.waived[of] = false;
    return "done";
  }

  agentAdds(session: Session, kind: "activation" | "handoff") {
    session.events.push({ kind });
    return "done";
  }
  remove(person: Person, session: Session, seen: number) {
    const kinds: Kind[] = ["session", "checkpoint", "activation", "handoff", "review", "waiver"];
    const refusal =
      this.cannot(person, session, "admin") ?? (this.after(session, seen, kinds) ? moved : null);
    if (refusal) return refusal;
    session.deleted = true;
    return "done";
  }
}
