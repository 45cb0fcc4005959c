/** Named after the elements of the row that hold the directive's id and title. */
export function ChooseBox({ session, names }: { session: string; names: string }) {
  return (
    <label>
      <input
        type="checkbox"
        form="choose"
        name="ids"
        value={session}
        aria-labelledby={`choose-word ${names}`}
      />
    </label>
  );
}
