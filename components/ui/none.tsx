/** A dash for the eye, words for the ear. */
export function None({ words = "none" }: { words?: string }) {
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
