/** What agents' pages and files may do when a browser opens them on our own site. */
const still =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Screenshots come from wherever agents keep them: the server never fetches such an address.
  images: { unoptimized: true },
  devIndicators: false,
  allowedDevOrigins: ["localhost", "127.0.0.1"],
  // `npm run check` does that; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "referrer-policy", value: "same-origin" },
      ],
    },
    { source: "/demo/:path*", headers: [{ key: "content-security-policy", value: still }] },
  ],
};

export default config;
