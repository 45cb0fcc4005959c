/** A control character hides what follows it; browsers also drop some of them from addresses. */
const controls = /\p{Cc}/u;

/** A path of our own site, and no other site's that looks like one. */
const isOwnPath = (text: string) =>
  // Browsers read a backslash as a slash, so that "/\\host" leaves the site as "//host" does.
  !controls.test(text) && /^\/(?![/\\])/.test(text);

/** Where to go after signing in: the path that was asked for, if it is one of ours. */
export function ownPath(text: unknown): string {
  if (typeof text !== "string" || text.length > 2000 || !isOwnPath(text)) return "/";
  // Also once its dots are resolved: "/.//host" is "//host" then.
  const here = "http://exhibit.invalid";
  const url = URL.canParse(text, here) ? new URL(text, here) : null;
  return url?.origin === here && isOwnPath(url.pathname) ? text : "/";
}

/**
 * The address if a page may link to it or load it, else null: http(s), or a path of our own site.
 * Agents write these; everything else is shown as plain text.
 */
export function safeUrl(text: string | null | undefined): string | null {
  if (!text || controls.test(text)) return null;
  const url = text.trim();
  if (isOwnPath(url)) return url;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  return url;
}

/** The last part of an address, as a name for people. */
export function urlName(url: string): string {
  const path = (url.split(/[?#]/)[0] ?? "").replace(/\/+$/, "");
  const last = path.slice(path.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(last) || url;
  } catch {
    return last || url;
  }
}
