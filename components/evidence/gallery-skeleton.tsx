/** Of the size that the gallery will have. */
export function GallerySkeleton() {
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        The gallery is loading.
      </p>
      <div className="mb-3 h-20 rounded-md bg-sunken sm:h-9 sm:max-w-4xl" />
      <div className="grid gap-4 xl:grid-cols-2">
        {[1, 2, 3, 4].map((key) => (
          <div key={key} className="rounded-lg border border-line bg-surface">
            <div className="h-16 border-line border-b" />
            <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,10rem),1fr))] gap-3 px-4 py-3">
              {[1, 2, 3, 4].map((tile) => (
                <div key={tile} className="pb-6">
                  <div className="aspect-video rounded bg-sunken" />
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
