import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { Disclosure } from "@/components/ui/disclosure";
import { deleteView, renameView, setDefaultView, updateView } from "@/lib/actions/views";
import type { SavedView, ViewList } from "@/lib/domain/views";

type Props = { list: ViewList; view: SavedView; shown: string; isChanged: boolean };

/** What becomes of the view that is open. */
export function OpenView({ list, view, shown, isChanged }: Props) {
  const quick = { look: "secondary", size: "small" } as const;
  const about = { view: view.id, list, query: shown };
  return (
    <section aria-label={`The view ${view.name}`} className="border-line border-b px-2 pt-1 pb-3">
      <h2 className="mb-2 truncate font-semibold text-xs">
        <bdi>{view.name}</bdi>
      </h2>
      <div className="flex flex-wrap items-start gap-2">
        {isChanged && (
          <ActionForm
            {...quick}
            action={updateView}
            look="primary"
            hidden={about}
            submit="Update to what is shown"
          />
        )}
        <ActionForm
          {...quick}
          action={setDefaultView}
          hidden={{ view: view.id, isDefault: String(!view.isDefault) }}
          submit={view.isDefault ? "Not the default any more" : "Make it the default"}
        />
        <Disclosure label="Rename…">
          <ActionForm {...quick} action={renameView} hidden={{ view: view.id }} submit="Rename">
            <TextField name="name" label="New name" defaultValue={view.name} maxLength={60} />
          </ActionForm>
        </Disclosure>
        <ActionForm {...quick} action={deleteView} look="danger" hidden={about} submit="Delete" />
      </div>
    </section>
  );
}
