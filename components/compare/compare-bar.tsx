import { Button } from "@/components/ui/button";

/** The form of the boxes in the rows. The style shows it once one is ticked, and counts them. */
export function CompareBar() {
  return (
    <form id="compare" action="/sessions/compare" className="compare-bar">
      <p>Two to four sessions can be compared.</p>
      <Button type="submit" variant="primary">
        Compare selected
      </Button>
      <Button type="reset">Clear</Button>
    </form>
  );
}

/** Named after the elements of the row that hold the directive's id and title. */
export function CompareBox({ session, names }: { session: string; names: string }) {
  return (
    <label>
      <input
        type="checkbox"
        form="compare"
        name="ids"
        value={session}
        aria-labelledby={`compare-word ${names}`}
      />
    </label>
  );
}
