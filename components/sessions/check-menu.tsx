import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { CheckList, type CheckListProps } from "./check-list";

/** Check boxes that fold away. A new choice makes it new, hence the key. */
export function CheckMenu<T extends string>(props: CheckListProps<T>) {
  const { label, chosen, word } = props;
  const [only] = chosen;
  return (
    <Menu
      key={chosen.join()}
      label={label}
      value={only && (chosen.length === 1 ? (word?.(only) ?? only) : chosen.length)}
    >
      <div className="sm:max-xl:columns-3">
        <CheckList {...props} />
      </div>
      <Button type="submit" size="small" variant="primary" className="mt-1 w-full">
        Apply
      </Button>
    </Menu>
  );
}
