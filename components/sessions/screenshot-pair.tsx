import { safeUrl, urlName } from "@/lib/domain/links";

type Props = { session: string; number: number; before?: string | null; after?: string | null };

export function ScreenshotPair({ session, number, before, after }: Props) {
  return (
    <li className="grid grid-cols-2 gap-2">
      <Picture side="Before" url={before} number={number} session={session} />
      <Picture side="After" url={after} number={number} session={session} />
    </li>
  );
}

type PictureProps = { side: string; url?: string | null; number: number; session: string };

function Picture({ side, url, number, session }: PictureProps) {
  const src = safeUrl(url);
  const frame =
    "grid aspect-video place-items-center overflow-hidden rounded border border-line bg-sunken";
  return (
    <figure className="min-w-0">
      {src && url ? (
        <a href={src} target="_blank" rel="noopener noreferrer" className={frame}>
          <img
            src={src}
            alt={`${side} ${number} of session ${session.slice(0, 8)}: ${urlName(url).slice(0, 80)}`}
            loading="lazy"
            decoding="async"
            referrerPolicy="no-referrer"
            className="h-full w-full object-cover object-top text-muted text-xs"
          />
        </a>
      ) : (
        <div className={`${frame} p-2 text-center text-muted text-xs`}>
          {url ? (
            <span>
              <bdi className="line-clamp-3 font-mono">{url.slice(0, 300)}</bdi>
              no address that can be shown
            </span>
          ) : (
            "none"
          )}
        </div>
      )}
      <figcaption className="mt-0.5 truncate text-2xs text-muted" title={url ?? undefined}>
        {side} {number}
        {url && src && (
          <>
            {" · "}
            <bdi>{urlName(url)}</bdi>
          </>
        )}
      </figcaption>
    </figure>
  );
}
