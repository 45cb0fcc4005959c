/** What a member may do, from least to most. */
export const roles = ["viewer", "reviewer", "admin"] as const;
export type Role = (typeof roles)[number];
