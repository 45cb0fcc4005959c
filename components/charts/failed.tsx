/** Stands in the drawing's place. The numbers are there without it. */
export function Failed() {
  return (
    <p role="status" className="flex h-full items-center justify-center text-center text-muted">
      The drawing could not be loaded; the table below has the numbers.
    </p>
  );
}
