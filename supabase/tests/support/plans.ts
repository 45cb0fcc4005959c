// How statements are carried out, those within functions too.
import postgres from "postgres";

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: Node[];
};

const nodes = (plan: Node): Node[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** A connection on which what is run says how; `scans` gives what the last statements read, and in which way. */
export async function explained(url: string) {
  let heard: string[] = [];
  const sql = postgres(url, {
    max: 1,
    onnotice: ({ message }) => heard.push(message ?? ""),
    connection: { client_min_messages: "log" },
  });
  await sql.unsafe(`
    load 'auto_explain';
    set auto_explain.log_min_duration = 0;
    set auto_explain.log_nested_statements = on;
    set auto_explain.log_format = json`);
  const scans = () => {
    const plans = heard.flatMap((message) => /plan:\n([\s\S]*)/.exec(message)?.[1] ?? []);
    heard = [];
    return (
      plans
        .map((text) => JSON.parse(text))
        // One that was only asked for is heard too.
        .filter((plan) => !plan["Query Text"].startsWith("explain"))
        .flatMap((plan) => nodes(plan.Plan))
        .flatMap((node) => {
          const how = node["Node Type"].replace(/ Scan$/, "");
          const what = node["Relation Name"];
          return what ? [{ how, what, index: node["Index Name"] }] : [];
        })
    );
  };
  return { sql, scans };
}
