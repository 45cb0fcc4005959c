/** A dash for the eye (drawn by the style), words for the ear. */
export function None({ words = "none" }: { words?: string }) {
  return (
    <span className="none">
      <span className="sr-only">{words}</span>
    </span>
  );
}
