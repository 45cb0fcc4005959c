import { ActionForm } from "@/components/forms/action-form";
import { Menu } from "@/components/ui/menu";
import { chooseColumns } from "@/lib/actions/columns";
import { type Column, columns, columnWord } from "@/lib/domain/columns";

/** Which columns there are; a phone has room for what matters most alone. */
export function ColumnsMenu({ shown }: { shown: readonly Column[] }) {
  return (
    <div className="max-md:hidden">
      <Menu key={shown.join()} label="Columns" place="header">
        <ActionForm action={chooseColumns} size="small" submit="Show these" className="grid gap-2">
          <fieldset>
            <legend className="sr-only">Columns</legend>
            {columns.map((column) => (
              <label key={column} className="check-item">
                <input
                  type="checkbox"
                  name="columns"
                  value={column}
                  defaultChecked={shown.includes(column)}
                />
                {columnWord(column)}
              </label>
            ))}
          </fieldset>
        </ActionForm>
      </Menu>
    </div>
  );
}
