/** What a member may do, from least to most. */
export const roles = ["viewer", "reviewer", "admin"] as const;
export type Role = (typeof roles)[number];

export const isAtLeast = (role: Role, least: Role) => roles.indexOf(role) >= roles.indexOf(least);

/** "Reviewers and admins", for whom it takes. */
export const whoMay: Record<Role, string> = {
  viewer: "Members of the team",
  reviewer: "Reviewers and admins",
  admin: "Admins",
};

export const whatMay: Record<Role, string> = {
  viewer: "reads",
  reviewer: "reads, edits and decides",
  admin: "reads, edits, decides, deletes, waives and manages the team",
};

/** For choosing one. */
export const roleOptions = roles.map((role) => ({
  value: role,
  label: `${role}: ${whatMay[role]}`,
}));
