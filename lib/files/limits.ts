const MEGABYTE = 1024 * 1024;

/** What one upload may hold. */
export const limits = {
  pictureBytes: 20 * MEGABYTE,
  /** Width times height, of all frames together. */
  pixels: 50_000_000,
  videoBytes: 100 * MEGABYTE,
  files: 100,
  callBytes: 500 * MEGABYTE,
};

export const megabytes = (bytes: number) => `${Math.round(bytes / MEGABYTE)} MB`;
