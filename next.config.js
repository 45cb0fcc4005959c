/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Screenshots come from wherever agents keep them: the server never fetches such an address.
  images: { unoptimized: true },
  devIndicators: false,
  // `npm run check` does that; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  distDir: process.env.EXHIBIT_DIST ?? ".next",
  allowedDevOrigins: ["127.0.0.1"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
