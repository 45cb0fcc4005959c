import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { reasonCodes, reasonWords } from "@/lib/domain/reasons";
import { evidenceKinds, evidenceWord, verdictStates, verdictWord } from "@/lib/domain/session";
import { type SessionFilters, sessionEntries } from "@/lib/search-params";
import { CheckList, type Counts, Facet } from "./check-list";
import { RangeFields } from "./range-fields";

type Props = { query: SessionFilters; orchestrators: string[]; counts: Counts };

const legend = "mb-1 font-medium";
const names =
  /^(quality|coverage|progress|ended|from|to|stale|waiting|evidence|verdict|reason|orch)/;

/** What is seldom asked for, in a panel as wide as the form. */
export function MoreFilters({ query, orchestrators, counts }: Props) {
  const asked = sessionEntries(query).filter(([name]) => names.test(name)).length;
  return (
    <Menu label="More" value={asked || null} place="across">
      <div className="grid gap-x-6 gap-y-4 p-2 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        <div className="grid content-start gap-3">
          <RangeFields type="number" label="Quality" prefix="quality-" {...query.quality} />
          <RangeFields
            type="number"
            label="Test coverage, %"
            prefix="coverage-"
            {...query.coverage}
          />
          <RangeFields type="number" label="Progress, %" prefix="progress-" {...query.progress} />
          <RangeFields type="date" label="Started" prefix="" from={query.from} to={query.to} />
          <RangeFields
            type="date"
            label="Ended"
            prefix="ended-"
            from={query.endedFrom}
            to={query.endedTo}
          />
        </div>
        <div className="grid content-start gap-3">
          <fieldset>
            <legend className={legend}>State</legend>
            <Flag name="stale" checked={query.stale} label="stale" />
            <Flag name="waiting" checked={query.waiting} label="waiting for review" />
          </fieldset>
          <CheckList
            name="verdict"
            label="Verdict"
            legend={legend}
            options={verdictStates}
            chosen={query.verdict}
            word={verdictWord}
            counts={counts}
          />
          <EvidenceChoice chosen={query.evidence} counts={counts} />
        </div>
        <CheckList
          name="reason"
          label="Needs attention: any of"
          legend={legend}
          options={reasonCodes}
          chosen={query.reason}
          word={reasonWords}
          counts={counts}
        />
        <CheckList
          name="orchestrator"
          label="Orchestrator"
          legend={legend}
          // One that was asked for and does not exist is to be seen, and to be unchecked.
          options={[...new Set([...orchestrators, ...query.orchestrator])]}
          chosen={query.orchestrator}
          counts={counts}
        />
      </div>
      <div className="sticky -bottom-1.5 -mx-1.5 -mb-1.5 border-line border-t bg-surface p-2">
        <Button type="submit" size="small" variant="primary">
          Apply
        </Button>
      </div>
    </Menu>
  );
}

type FlagProps = { name: string; checked: boolean; label: string };

function Flag({ name, checked, label }: FlagProps) {
  return (
    <label className="check-item">
      <input type="checkbox" name={name} value="1" defaultChecked={checked} />
      {label}
    </label>
  );
}

type ChoiceProps = { chosen: SessionFilters["evidence"]; counts: Counts };

function EvidenceChoice({ chosen, counts }: ChoiceProps) {
  return (
    <fieldset>
      <legend className={legend}>Evidence</legend>
      {(["", ...evidenceKinds] as const).map((kind) => (
        <label key={kind} className="check-item">
          <input type="radio" name="evidence" value={kind} defaultChecked={chosen === kind} />
          {kind === "" ? "either way" : evidenceWord(kind)}
          {kind !== "" && <Facet counts={counts} name="evidence" value={kind} />}
        </label>
      ))}
    </fieldset>
  );
}
