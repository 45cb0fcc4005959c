// Every constraint, as agents meet it through the tables and people through their actions: the code,
// its name, and that nothing was changed.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { act, makeMember, makeScene, refusalOf, type Scene, stateOf } from "./support/acting.ts";
import { owner, service } from "./support/clients.ts";
import { makeSamples, type Sample } from "./support/samples.ts";

const sql = owner();
let samples: Record<string, Sample>;
let scene: Scene;
let admin: string;

beforeAll(async () => {
  samples = await makeSamples(sql);
  scene = await makeScene(sql);
  admin = await makeMember(sql, "admin");
});

/** Written by triggers alone. */
const kept = /^exec_(session_(events|cards|counts|count_changes|search)|directive_cards)$/;
const sampleOf = (table: string) => samples[table] as Sample;
const insert = async (table: string, values: object) => {
  const { error } = await service().from(table).insert(values);
  return error ? refusalOf(error) : "done";
};
async function sizeOf(table: string) {
  const [row] = await sql`
    select (select count(*)::int from ${sql(`public.${table}`)}) as rows,
      (select max(id) from public.exec_session_events) as newest`;
  return { ...row };
}

type Constraint = { table: string; name: string; kind: string; column: string; type: string };

/** Where it takes more than one value, or another than the rest. */
const wrongIn: Record<string, object[]> = {
  exec_evidence_files_bytes_check: [{ bytes: 0 }],
  exec_evidence_files_check: [{ media_type: "image/png" }],
  exec_evidence_files_hash_check: [{ hash: "" }, { hash: "A".repeat(64) }],
  exec_evidence_files_height_check: [{ height: 0 }],
  exec_evidence_files_media_type_check: [{ media_type: "text/html" }, { media_type: "" }],
  exec_evidence_files_width_check: [{ width: 0 }],
  exec_evidence_pairings_check: [{ before_url: null, after_url: null }],
  exec_evidence_pins_x_check: [{ x: -0.01 }, { x: 1.01 }],
  exec_evidence_pins_y_check: [{ y: -0.01 }, { y: 1.01 }],
  exec_saved_views_name_check: [{ name: "" }, { name: " " }, { name: "x".repeat(61) }],
  exec_saved_views_query_check: [{ query: "x".repeat(4001) }],
};

const wrong = ({ kind, column, type, name }: Constraint): object[] =>
  wrongIn[name] ?? wrongValues({ kind, column, type }).map((value) => ({ [column]: value }));

const wrongValues = ({ kind, column, type }: Pick<Constraint, "kind" | "column" | "type">) => {
  if (kind === "f") return [type === "uuid" ? randomUUID() : "SD-NOWHERE"];
  if (type === "integer") return [-1, 101, 2_147_483_647];
  if (column === "reason") return ["", " ", "x".repeat(2001)];
  if (column === "body") return ["x".repeat(20_001)];
  return ["", "nothing", "ACTIVE "];
};

test("checks and references hold whatever is inserted", async () => {
  const found = await sql<Constraint[]>`
    select conrelid::regclass::text as table, conname as name, contype as kind, attname as column,
      format_type(atttypid, null) as type
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where connamespace = 'public'::regnamespace and contype in ('c', 'f')
    order by 1, 2`;
  const constraints = found.filter(({ table }) => !kept.test(table));
  expect(constraints.length).toBeGreaterThan(45);
  for (const constraint of constraints) {
    const { table, name, kind } = constraint;
    const before = await sizeOf(table);
    for (const change of wrong(constraint)) {
      const said = await insert(table, { ...sampleOf(table).row, ...change });
      expect(said, JSON.stringify(change)).toBe(`${kind === "c" ? 23514 : 23503} ${name}`);
    }
    expect(await sizeOf(table), name).toEqual(before);
  }
});

test("what is required is, whatever is inserted", async () => {
  const found = await sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and is_nullable = 'NO' and is_identity = 'NO'
      and table_name in (select tablename from pg_tables where schemaname = 'public')
    order by 1, 2`;
  const required = found.filter(({ table }) => !kept.test(table));
  expect(required.length).toBeGreaterThan(60);
  for (const { table, column } of required) {
    // That one is the database's own to fill in.
    if (column === "agent_results") continue;
    const said = await insert(table, { ...sampleOf(table).row, [column]: null });
    expect(said, `${table}.${column}`).toBe("23502");
  }
});

/** By the name of each: what differs from the row that is there. */
const twice: Record<string, [table: string, values: () => Record<string, unknown>]> = {
  exec_implementation_sessions_sd_id_status_key: [
    "exec_implementation_sessions",
    () => ({ id: randomUUID(), status: "failed" }),
  ],
  idx_exec_sessions_sd_active: ["exec_implementation_sessions", () => ({ id: randomUUID() })],
  exec_quality_checkpoints_session_id_checkpoint_name_key: [
    "exec_quality_checkpoints",
    () => ({ id: randomUUID() }),
  ],
  exec_checkpoint_waivers_checkpoint_id_key: [
    "exec_checkpoint_waivers",
    () => ({ id: randomUUID() }),
  ],
  exec_review_assignments_session_id_reviewer_id_key: [
    "exec_review_assignments",
    () => ({ id: randomUUID(), state: "skipped" }),
  ],
  exec_review_assignments_reviewer_key: [
    "exec_review_assignments",
    () => ({ id: randomUUID(), reviewer_id: admin }),
  ],
  exec_evidence_pairings_before_key: [
    "exec_evidence_pairings",
    () => ({ id: randomUUID(), after_url: "/another.png" }),
  ],
  exec_evidence_pairings_after_key: [
    "exec_evidence_pairings",
    () => ({ id: randomUUID(), before_url: "/another.png" }),
  ],
  exec_saved_views_name_key: [
    "exec_saved_views",
    () => ({ id: randomUUID(), name: "MINE", is_default: false }),
  ],
  exec_saved_views_default_key: ["exec_saved_views", () => ({ id: randomUUID(), name: "Another" })],
  product_requirements_v2_sd_id_key: ["product_requirements_v2", () => ({ id: randomUUID() })],
};

describe("what there may be one of", () => {
  test("is all here", async () => {
    const found = await sql`
      select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as table
      from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary`;
    const names = found.filter(({ table }) => !kept.test(table)).map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(twice).sort());
  });

  test.each(Object.entries(twice))("%s", async (name, [table, values]) => {
    const { key, row } = sampleOf(table);
    const first = name.endsWith("status_key") ? { ...row, status: "failed" } : row;
    expect(await insert(table, first)).toBe("done");
    try {
      const before = await sizeOf(table);
      expect(await insert(table, { ...first, ...values() })).toBe(`23505 ${name}`);
      expect(await insert(table, first)).toBe(`23505 ${table}_pkey`);
      expect(await sizeOf(table)).toEqual(before);
    } finally {
      await service().from(table).delete().eq(key, String(row[key]));
    }
  });
});

describe("through people's actions", () => {
  const activation = {
    sub_agent_type: "TESTING",
    activation_reason: "r",
    execution_status: "PASS",
    severity: "LOW",
    summary: "s",
  };
  const add = { p_name: "Own", p_type: "TESTING", p_required: true };
  const cases: [refusal: string, name: string, given: (scene: Scene) => object][] = [
    [
      "23514 exec_implementation_sessions_implementation_type_check",
      "start_session",
      () => ({ p_sd_id: samples.exec_implementation_sessions?.row.sd_id, p_type: "GAME" }),
    ],
    ["23502", "start_session", ({ sd_id }) => ({ p_sd_id: sd_id, p_type: null })],
    [
      "23505 exec_quality_checkpoints_session_id_checkpoint_name_key",
      "add_checkpoint",
      ({ id }) => ({ ...add, p_session_id: id, p_name: "Code review completion" }),
    ],
    [
      "23514 exec_quality_checkpoints_checkpoint_type_check",
      "add_checkpoint",
      ({ id }) => ({ ...add, p_session_id: id, p_type: "LUCK" }),
    ],
    ["23502", "add_checkpoint", ({ id }) => ({ ...add, p_session_id: id, p_name: null })],
    ...Object.entries({ sub_agent_type: "LUCK", execution_status: "FINE", severity: "SOME" }).map(
      ([column, value]): (typeof cases)[number] => [
        `23514 exec_sub_agent_activations_${column}_check`,
        "record_activation",
        ({ id }) => ({ p_session_id: id, p_values: { ...activation, [column]: value } }),
      ],
    ),
    [
      "23514 exec_sub_agent_activations_quality_score_check",
      "record_activation",
      ({ id }) => ({ p_session_id: id, p_values: { ...activation, quality_score: 101 } }),
    ],
    ["23502", "record_activation", ({ id }) => ({ p_session_id: id, p_values: {} })],
    ["23502", "record_handoff", ({ id }) => ({ p_session_id: id, p_values: {} })],
    [
      "23514 exec_handoff_preparations_handoff_status_check",
      "move_handoff",
      ({ handoff }) => ({ p_handoff_id: handoff, p_from: "preparing", p_to: "lost" }),
    ],
  ];

  test.each(cases)("%s of %s", async (refusal, name, given) => {
    const before = await stateOf(sql, scene.sd_id);
    const id = name === "move_handoff" ? {} : { p_id: randomUUID() };
    expect(await act(name, { p_actor: admin, ...id, ...given(scene) })).toBe(refusal);
    expect(await stateOf(sql, scene.sd_id)).toEqual(before);
  });
});
