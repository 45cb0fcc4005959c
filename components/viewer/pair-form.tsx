import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { pairEvidence, removeEvidence } from "@/lib/actions/evidence";
import type { EvidenceItem, Pair, Side } from "@/lib/domain/evidence";
import { newId } from "./new-id";
import { pairedBy, sideWords } from "./words";

type Props = {
  session: string;
  pair: Pair;
  pairs: readonly Pair[];
  mayChange: boolean;
};

/** How these two came together, and how to put it right. */
export function PairForm({ session, pair, pairs, mayChange }: Props) {
  /** Of what is saved, once it is open. */
  const [id, setId] = useState<string>();
  // What stays is what was made, where there is that.
  const stays: Side = pair.after ? "after" : "before";
  const other: Side = pair.after ? "before" : "after";
  return (
    <>
      <p>{pairedBy(pair)}</p>
      {mayChange && (
        <>
          {id ? (
            <ActionForm
              action={pairEvidence}
              hidden={{ id, session, [stays]: pair[stays]?.url }}
              submit="Save the pair"
              size="small"
              done={<p>Saved.</p>}
            >
              <SelectField
                name={other}
                label={`Pair with the picture ${other}`}
                defaultValue={pair[other]?.url ?? ""}
                options={[
                  { value: "", label: "no partner" },
                  ...pairs
                    .flatMap((each) => each[other] ?? [])
                    .sort((one, next) => one.place - next.place)
                    .map(({ url, place, name }) => ({
                      value: url,
                      label: `${place}. ${name.slice(0, 80)}`,
                    })),
                ]}
              />
            </ActionForm>
          ) : (
            <p className="noscript:hidden">
              <Button size="small" onClick={() => setId(newId())}>
                Pair with…
              </Button>
            </p>
          )}
          {(["before", "after"] as const).map((side) => {
            const item = pair[side];
            return item && <Removal key={side} session={session} side={side} item={item} />;
          })}
        </>
      )}
    </>
  );
}

function Removal({ session, side, item }: { session: string; side: Side; item: EvidenceItem }) {
  return (
    <Disclosure label={`Remove ${side} ${item.place}…`} group="remove" look={{ variant: "ghost" }}>
      <ActionForm
        action={removeEvidence}
        hidden={{ session, list: side, url: item.url }}
        submit={`Remove ${side} ${item.place}`}
        look="danger"
        size="small"
      >
        <p>
          {sideWords[side]} {item.place}, <bdi>{item.name.slice(0, 80)}</bdi>, is taken out of the
          session. A file that Exhibit keeps goes once nothing else uses it.
        </p>
      </ActionForm>
    </Disclosure>
  );
}
