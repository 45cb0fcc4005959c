import { LifecycleModel, moved, type Person, type Session } from "./lifecycle-model.ts";

/** The same with verdicts, and who reviews what. */
export class ReviewModel extends LifecycleModel {
  decide(person: Person, session: Session, seen: number, verdict: string, next: string | null) {
    const refusal = this.cannot(person, session);
    if (refusal) return refusal;
    if (verdict !== "comment") {
      if (this.after(session, seen, ["review"], ["status"])) return moved;
      if (session.status !== "completed") return "PT422 not_completed";
      const reopens = next === "reopen" && verdict === "request_changes";
      const taken = reopens ? this.refusesSecond(session, "active") : null;
      if (taken) return taken;
      if (reopens) this.reopen(session);
      const { status } = this.directives.get(session.sd) ?? {};
      const completes = next === "complete_directive" && verdict === "approve";
      if (completes && status === "implementation_review_required") {
        this.direct(session.sd, "implementation_complete");
      }
      for (const _ of session.holdings) session.events.push({ kind: "assignment" });
      session.holdings.clear();
      session.verdict = verdict;
      session.verdictSeen = seen;
    }
    session.reviews++;
    session.events.push({ kind: "review", comment: verdict === "comment" });
    return "done";
  }

  #candidates(person: Person) {
    const waiting = this.sessions.filter((session) => !session.deleted && this.waits(session));
    const mine = waiting.filter((session) => this.holder(session) === person.id);
    if (mine.length > 0) return mine;
    return waiting.filter(
      (session) => this.holder(session) === null && !session.holdings.has(person.id),
    );
  }
  /** Those of which one should be handed out; null where nothing is. */
  take(person: Person): Session[] | null {
    return this.lacks(person, "reviewer") ? null : this.#candidates(person);
  }
  taken(person: Person, session: Session) {
    const had = session.holdings.get(person.id);
    if (had !== "assigned") session.events.push({ kind: "assignment" });
    if (!had) session.holdings.set(person.id, "held");
  }

  assign(person: Person, session: Session, was: string | null, to: Person | null) {
    if (this.lacks(person, "reviewer")) return "PT403 not_allowed";
    if (to && this.lacks(to, "reviewer")) return "PT422 no_reviewer";
    if (session.deleted) return "PT404 gone";
    if (!this.waits(session)) return "PT422 not_waiting";
    const holder = this.holder(session);
    if (holder !== was) return moved;
    if (to && session.holdings.get(to.id) === "skipped") {
      session.events.push({ kind: "assignment" });
      session.holdings.delete(to.id);
    }
    if (holder !== null || to) session.events.push({ kind: "assignment" });
    if (holder !== null) session.holdings.delete(holder);
    if (to) session.holdings.set(to.id, to === person ? "held" : "assigned");
    return "done";
  }
  skip(person: Person, session: Session) {
    const refusal = this.cannot(person, session);
    if (refusal) return refusal;
    if (session.holdings.get(person.id) === "skipped") return "done";
    session.holdings.set(person.id, "skipped");
    session.events.push({ kind: "assignment" });
    return "done";
  }
}
