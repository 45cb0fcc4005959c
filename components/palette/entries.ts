import { places } from "@/components/frame/places";
import { recentVisits } from "@/components/visits/recent";
import type { Found } from "@/lib/data/find";
import { isAtLeast, type Role } from "@/lib/domain/roles";

export type Act = "take" | Theme;
type Theme = "light" | "dark" | "system";

/** What one can go to, do, or press on the page. `also` is found by typing, too. */
export type Entry = { id: string; label: string; note?: string; also?: string } & (
  | { href: string }
  | { act: Act }
  | { control: HTMLElement }
);
export type Group = { title: string; entries: Entry[] };

const pages: (Entry & { href: string; least: Role })[] = [
  ...places.map(({ href, label, least }) => ({ id: `page ${href}`, label, href, least })),
  {
    id: "page account",
    label: "Your account",
    href: "/account",
    also: "password",
    least: "viewer",
  },
];

const actions: (Entry & { least: Role })[] = [
  { id: "take", label: "Take the next review", act: "take", least: "reviewer" },
  { id: "new", label: "New directive", href: "/directives/new", also: "add", least: "reviewer" },
  { id: "light", label: "Theme: light", act: "light", least: "viewer" },
  { id: "dark", label: "Theme: dark", act: "dark", also: "night", least: "viewer" },
  { id: "system", label: "Theme: as the system", act: "system", least: "viewer" },
];

/** Controls that say in `data-palette` what they are called here. */
function controlsIn(part: string): Entry[] {
  const all = document.querySelectorAll<HTMLElement>(`${part} [data-palette]`);
  return [...all].map((control, index) => ({
    id: `${part} ${index}`,
    label: control.dataset.palette ?? "",
    control,
  }));
}

function recent(): Entry[] {
  const here = location.pathname + location.search;
  return recentVisits()
    .filter(({ href }) => href !== here)
    .slice(0, 5)
    .map(({ href, title }) => ({
      id: `recent ${href}`,
      label: title,
      // Its title is its directive's.
      note: /^\/sessions\/[0-9a-f]{8}(?=-)/.exec(href)?.[0].replace("/sessions/", "session "),
      href,
    }));
}

/** What is there before one types: as it stands when the palette opens. */
export function standing(role: Role): Group[] {
  const may = ({ least }: { least: Role }) => isAtLeast(role, least);
  return [
    { title: "Recent", entries: recent() },
    { title: "This page", entries: controlsIn("main") },
    { title: "Pages", entries: pages.filter(may) },
    { title: "Actions", entries: [...actions.filter(may), ...controlsIn("header:not(main *)")] },
  ];
}

/** Those with all of the words, at the beginning of one of theirs. */
export function matching(groups: Group[], q: string): Group[] {
  const words = q.toLowerCase().split(/\s+/);
  const has = ({ label, also = "" }: Entry) => {
    const own = `${label} ${also}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => own.some((each) => each.startsWith(word)));
  };
  return groups.map(({ title, entries }) => ({ title, entries: entries.filter(has) }));
}

export const foundGroups = ({ directives, sessions }: Found): Group[] => [
  {
    title: "Directives",
    entries: directives.map(({ id, title, href }) => ({
      id: `directive ${id}`,
      label: title,
      note: id,
      href,
    })),
  },
  {
    title: "Sessions",
    entries: sessions.map(({ id, directive, status }) => ({
      id: `session ${id}`,
      label: directive.title,
      note: `${directive.id} · ${status}`,
      href: `/sessions/${id}`,
    })),
  },
];
