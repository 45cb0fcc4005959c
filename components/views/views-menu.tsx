import Link from "next/link";
import { Menu } from "@/components/ui/menu";
import { type SavedView, type ViewList, viewHref, viewQuery } from "@/lib/domain/views";
import { listAddress, paramsOf, readAddress, type SearchParams } from "@/lib/query";
import { OpenView } from "./open-view";
import { SaveView } from "./save-view";

type Props = {
  list: ViewList;
  views: SavedView[];
  /** What the address of the list asks for. */
  params: SearchParams;
};

/** The person's own views of a list: one to look at, and what becomes of them. */
export function ViewsMenu({ list, views, params }: Props) {
  const shown = viewQuery(list, params);
  const asked = readAddress(params).view();
  // Another person's is none: what the address asks for besides is shown all the same.
  const open = views.find(({ id }) => id === asked);
  const isChanged = open !== undefined && viewQuery(list, paramsOf(open.query)) !== shown;
  return (
    <Menu
      // Another view, or another state of it, begins with a menu that is closed.
      key={`${open?.id} ${isChanged}`}
      place="header"
      label="View"
      value={
        open ? `${open.name}${isChanged ? ", changed" : ""}` : shown === "" ? "All" : "Not saved"
      }
    >
      <ul aria-label="Views" className="mb-1.5 border-line border-b pb-1.5">
        <li>
          <ViewLink href={listAddress(`/${list}`, [])} isHere={!open && shown === ""}>
            All {list}
          </ViewLink>
        </li>
        {views.map((view) => (
          <li key={view.id}>
            <ViewLink href={viewHref(list, view)} isHere={view.id === open?.id && !isChanged}>
              <bdi className="min-w-0 flex-1">{view.name}</bdi>
              {view.id === open?.id && isChanged && (
                <span className="text-2xs text-muted">as saved</span>
              )}
              {view.isDefault && <span className="text-2xs text-muted">default</span>}
            </ViewLink>
          </li>
        ))}
      </ul>
      {open && <OpenView list={list} view={open} shown={shown} isChanged={isChanged} />}
      <SaveView list={list} shown={shown} />
    </Menu>
  );
}

type LinkProps = { href: string; isHere: boolean; children: React.ReactNode };

function ViewLink({ href, isHere, children }: LinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isHere || undefined}
      className="flex min-h-8 items-center gap-2 rounded px-2 hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:text-accent-strong"
    >
      {children}
    </Link>
  );
}
