import { frameOrigins } from "@/lib/domain/demos";

/**
 * Scripts by nonce alone. Pictures and films come from wherever agents keep them, frames from the
 * hosts that the environment names.
 */
export function contentSecurityPolicy(nonce: string, frameHosts: readonly string[]): string {
  const development = process.env.NODE_ENV === "development";
  const anywhere = "'self' https: http: blob: data:";
  return Object.entries({
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": anywhere,
    "media-src": anywhere,
    "font-src": "'self'",
    "connect-src": "'self'",
    // Pictures are compared there.
    "worker-src": "'self'",
    "object-src": "'none'",
    "frame-src": frameOrigins(frameHosts).join(" ") || "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  })
    .map(([directive, value]) => `${directive} ${value}`)
    .join("; ");
}
