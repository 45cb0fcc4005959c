import type { NextRequest } from "next/server";
import { contentSecurityPolicy } from "@/lib/csp";
import { env } from "@/lib/env";
import { refreshLogin } from "@/lib/supabase/proxy";

/** Refreshes the login and sets the CSP nonce. It guards nothing: pages, routes and actions do. */
export async function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, env().frameHosts);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);

  const response = await refreshLogin(request, headers);
  // Files have a stricter one of their own.
  if (!request.nextUrl.pathname.startsWith("/files/")) {
    response.headers.set("content-security-policy", policy);
  }
  return response;
}

export const config = {
  matcher: [
    "/((?!_next/static|_next/image|favicon.ico|icon.svg|demo/|api/health|api/evidence/).*)",
    {
      source: "/api/evidence/:path*",
      // What passes here is held in memory, and cut at 10 MB.
      missing: [{ type: "header", key: "content-type", value: "multipart/form-data.*" }],
    },
  ],
};
