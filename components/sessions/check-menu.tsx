import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";

type Props<T extends string> = {
  name: string;
  label: string;
  options: readonly T[];
  chosen: readonly T[];
  word?: (option: T) => string;
};

/** Several of a few: check boxes that fold away. A new choice makes it new, hence the key. */
export function CheckMenu<T extends string>({ name, label, options, chosen, word }: Props<T>) {
  const value = chosen.length === 1 && chosen[0] ? (word?.(chosen[0]) ?? chosen[0]) : chosen.length;
  return (
    <Menu
      key={chosen.join()}
      label={
        <>
          {label}
          {chosen.length > 0 && (
            <bdi className="max-w-40 truncate font-normal text-accent">{value}</bdi>
          )}
        </>
      }
    >
      <fieldset>
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <label key={option} className="check-item">
            <input
              type="checkbox"
              name={name}
              value={option}
              defaultChecked={chosen.includes(option)}
            />
            <bdi>{word?.(option) ?? option}</bdi>
          </label>
        ))}
      </fieldset>
      <Button type="submit" size="small" variant="primary" className="mt-1 w-full">
        Apply
      </Button>
    </Menu>
  );
}
