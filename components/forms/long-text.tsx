import type { ComponentProps } from "react";
import { TextArea } from "./fields";

type Props = Omit<ComponentProps<typeof TextArea>, "defaultValue"> & {
  /** Null where it is too long to be edited here: then it stays as it is. */
  text: string | null;
};

/** A text area, or the reason why there is none. */
export function LongText({ text, ...props }: Props) {
  if (text !== null) return <TextArea defaultValue={text} {...props} />;
  return (
    <div>
      <p className="mb-1 font-medium">{props.label}</p>
      <p className="text-muted text-xs">
        This is too long to be edited here, and stays as it is. Agents can change it.
      </p>
    </div>
  );
}
