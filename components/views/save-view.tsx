import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { saveView } from "@/lib/actions/views";
import type { ViewList } from "@/lib/domain/views";

/** Keeps what is shown now, under a name of its own. */
export function SaveView({ list, shown }: { list: ViewList; shown: string }) {
  return (
    <div className="px-2 pt-2 pb-1">
      <ActionForm
        action={saveView}
        size="small"
        hidden={{ id: crypto.randomUUID(), list, query: shown }}
        submit="Save view"
      >
        <TextField
          name="name"
          label="Save what is shown as"
          autoComplete="off"
          maxLength={60}
          required
        />
      </ActionForm>
    </div>
  );
}
