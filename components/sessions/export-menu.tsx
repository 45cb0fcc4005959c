import { Download } from "lucide-react";
import { Menu } from "@/components/ui/menu";
import { type Format, formats } from "@/lib/export/formats";
import { addressOf } from "@/lib/query";
import { isFiltered, type SessionQuery, sessionEntries } from "@/lib/search-params";

const words: Record<Format, string> = {
  csv: "CSV, for spreadsheets",
  json: "JSON, for programs",
};

/** What the list shows on all of its pages, as a file. */
export function ExportMenu({ query }: { query: SessionQuery }) {
  const href = (format: Format) =>
    addressOf("/sessions/export", [...sessionEntries(query), ["format", format]]);
  return (
    <Menu
      place="header"
      label={
        <>
          <Download aria-hidden className="size-3.5" />
          Export
        </>
      }
    >
      <p className="px-2 py-1 text-muted text-xs">
        {isFiltered(query)
          ? "All sessions that the filters let through, in the order of the list"
          : "All sessions, in the order of the list"}
      </p>
      {formats.map((format) => (
        <a
          key={format}
          href={href(format)}
          data-palette={`Export this list as ${format.toUpperCase()}`}
          className="block rounded px-2 py-2 hover:bg-sunken"
        >
          {words[format]}
        </a>
      ))}
    </Menu>
  );
}
