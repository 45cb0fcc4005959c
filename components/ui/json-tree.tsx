import { type Node, plan } from "@/lib/domain/json-tree";
import { humanize } from "@/lib/format";
import type { Json } from "@/lib/supabase/database.types";

type Props = {
  value: Json;
  /** One of hundreds on its page. */
  small?: boolean;
  /** Where the whole can be had, and what it is called. */
  whole?: { href: string; name: string };
};

/** Any JSON, readable and bounded: a megabyte of it must not become a megabyte of page. */
export function JsonTree({ value, small = false, whole }: Props) {
  const { root, cut, short } = plan(value, small ? "small" : "large");
  return (
    <div className="text-xs">
      <Branch node={root} unfold={short} top />
      {cut && <p className="mt-2 text-muted">This is too large to show in full.</p>}
      {whole && (
        <p className="mt-2">
          <a href={whole.href} download className="text-accent underline underline-offset-2">
            Download {whole.name} as JSON
          </a>
        </p>
      )}
    </div>
  );
}

type BranchProps = { node: Node; unfold: boolean; top?: boolean };

function Branch({ node, unfold, top = false }: BranchProps) {
  if (node.kind === "value") return <Value node={node} />;
  return (
    <ul className={top ? "" : "ml-1.5 border-line border-l pl-3"}>
      {node.entries.map(({ key, child }) => (
        <li key={key} className="py-0.5">
          {child.kind === "value" ? (
            <>
              <Key name={key} /> <Value node={child} />
            </>
          ) : (
            <details open={unfold}>
              <summary>
                <Key name={key} /> <span className="text-muted">{child.words}</span>
              </summary>
              <Branch node={child} unfold={unfold} />
            </details>
          )}
        </li>
      ))}
      {node.more && <li className="py-0.5 text-muted">{node.more}</li>}
    </ul>
  );
}

/** The key as it stands, with its words where they differ: nothing is hidden by being readable. */
function Key({ name }: { name: string }) {
  const isIndex = /^\d+$/.test(name);
  return (
    <bdi className="text-muted" title={name}>
      {isIndex ? Number(name) + 1 : humanize(name)}:
    </bdi>
  );
}

function Value({ node }: { node: Extract<Node, { kind: "value" }> }) {
  return (
    <>
      <bdi className={node.plain ? "whitespace-pre-wrap" : "font-mono"}>{node.text}</bdi>
      {node.more && <span className="text-muted"> {node.more}</span>}
    </>
  );
}
