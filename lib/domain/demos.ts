import type { EvidenceItem } from "./evidence";

/** How a page shows a demo. Everything that is not surely one of the first two is a link. */
export type Demo =
  | { kind: "film"; src: string }
  | { kind: "frame"; src: string; host: string; referrer: "no-referrer" | "strict-origin" }
  | { kind: "link"; host: string | null };

type Recorder = {
  /** Where people copy links from. */
  hosts: readonly string[];
  /** Where its player is. */
  player: string;
  /** YouTube's player refuses a page that does not say whose it is: it is told the host alone. */
  referrer?: "strict-origin";
  /** The player's path for a recording, null for any other page. */
  path: (url: URL) => string | null;
};

const recorders: readonly Recorder[] = [
  {
    hosts: ["loom.com", "www.loom.com"],
    player: "www.loom.com",
    path: ({ pathname }) =>
      prefixed("/embed/", /^\/(?:share|embed)\/([0-9a-f]{32})\/?$/.exec(pathname)?.[1]),
  },
  {
    hosts: [
      "youtube.com",
      "www.youtube.com",
      "m.youtube.com",
      "youtu.be",
      "www.youtube-nocookie.com",
    ],
    player: "www.youtube-nocookie.com",
    referrer: "strict-origin",
    path: ({ host, pathname, searchParams }) => {
      const short =
        host === "youtu.be" ? /^\/([\w-]{11})\/?$/ : /^\/(?:embed|shorts|live)\/([\w-]{11})\/?$/;
      const watched = pathname === "/watch" ? searchParams.get("v") : null;
      const id = short.exec(pathname)?.[1] ?? /^[\w-]{11}$/.exec(watched ?? "")?.[0];
      return prefixed("/embed/", id);
    },
  },
  {
    hosts: ["vimeo.com", "www.vimeo.com", "player.vimeo.com"],
    player: "player.vimeo.com",
    path: ({ pathname, searchParams }) => {
      const [, id, part] =
        /^\/(?:video\/)?(\d{5,12})(?:\/([0-9a-f]{6,20}))?\/?$/.exec(pathname) ?? [];
      const key = part ?? /^[0-9a-f]{6,20}$/.exec(searchParams.get("h") ?? "")?.[0];
      return prefixed("/video/", id && (key ? `${id}?h=${key}` : id));
    },
  },
];

function prefixed(prefix: string, id: string | undefined): string | null {
  return id ? prefix + id : null;
}

const isNamed = ({ hosts, player }: Recorder, frameHosts: readonly string[]) =>
  [...hosts, player].some((host) => frameHosts.includes(host));

/** Where frames may lead, for the policy that goes with every page. */
export function frameOrigins(frameHosts: readonly string[]): string[] {
  const known = recorders.filter((recorder) => isNamed(recorder, frameHosts));
  const others = frameHosts.filter((host) => !known.some(({ hosts }) => hosts.includes(host)));
  return [...new Set([...known.map(({ player }) => player), ...others])].map(
    (host) => `https://${host}`,
  );
}

const filmEnding = /\.(?:mp4|webm|mov|m4v)$/i;

/**
 * Films play in place wherever they are; a frame is only for the hosts that the environment names,
 * and never for our own: a page of our own site in a frame could act as whoever looks at it.
 */
export function demoOf(
  { src, file }: Pick<EvidenceItem, "src" | "file">,
  frameHosts: readonly string[],
  ownHost: string,
): Demo {
  if (src === null) return { kind: "link", host: null };
  if (file)
    return file.mediaType.startsWith("video/")
      ? { kind: "film", src }
      : { kind: "link", host: null };
  if (src.startsWith("/")) {
    return filmEnding.test(src.split(/[?#]/)[0] ?? "")
      ? { kind: "film", src }
      : { kind: "link", host: null };
  }
  const url = new URL(src);
  const { host } = url;
  // What stands before an @ is there to be taken for the host.
  if (url.username || url.password) return { kind: "link", host };
  if (filmEnding.test(url.pathname)) return { kind: "film", src };
  if (url.protocol !== "https:" || host === ownHost) return { kind: "link", host };
  const recorder = recorders.find(({ hosts }) => hosts.includes(host));
  if (!recorder) {
    return frameHosts.includes(host)
      ? { kind: "frame", src: url.href, host, referrer: "no-referrer" }
      : { kind: "link", host };
  }
  const path = isNamed(recorder, frameHosts) ? recorder.path(url) : null;
  if (path === null) return { kind: "link", host };
  const { player, referrer = "no-referrer" } = recorder;
  return { kind: "frame", src: `https://${player}${path}`, host: player, referrer };
}
