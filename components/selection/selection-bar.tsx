import { Button } from "@/components/ui/button";
import { Chosen, type ChosenProps } from "./chosen";

/**
 * The form of the boxes in the rows. The style shows it once one is ticked, and counts them; a
 * script adds what is chosen on other pages.
 */
export function SelectionBar(props: ChosenProps) {
  return (
    <section aria-label="Chosen sessions" className="selection-bar">
      <form id="choose" action="/sessions/compare" className="contents">
        <Button type="submit" variant="primary" size="small" title="Two to four, side by side">
          Compare
        </Button>
        {["csv", "json"].map((format) => (
          <Button
            key={format}
            type="submit"
            size="small"
            formAction="/sessions/export"
            formMethod="post"
            name="format"
            value={format}
          >
            <span className="max-sm:sr-only">Export </span>
            {format.toUpperCase()}
          </Button>
        ))}
        <Button type="reset" size="small" variant="ghost">
          Clear
        </Button>
      </form>
      <Chosen {...props} />
    </section>
  );
}
