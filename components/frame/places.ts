import type { Role } from "@/lib/domain/roles";

/** The rooms of the dashboard, and from which role on they are open. */
export const places = [
  { href: "/", label: "Overview", least: "viewer" },
  { href: "/reviews", label: "Reviews", least: "viewer" },
  { href: "/sessions", label: "Sessions", least: "viewer" },
  { href: "/directives", label: "Directives", least: "viewer" },
  { href: "/gallery", label: "Gallery", least: "viewer" },
  { href: "/team", label: "Team", least: "admin" },
] as const satisfies { href: string; label: string; least: Role }[];
