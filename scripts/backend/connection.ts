import { randomUUID } from "node:crypto";
import type { AnyAST, IntrospectResult } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import { type Kysely, sql } from "kysely";

/** `2026-11-22 13:31:04.1+00` as PostgREST writes it: `2026-11-22T13:31:04.1+00:00`. */
const isoTime = (text: string) => text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");

/** Found in no request: it is made anew by each process. */
const mark = `exhibit-${randomUUID()}`;

/**
 * JSON is wrapped in an object under the mark on its way to the driver (`markJson`), for three
 * reasons. The server makes text of what a function is given, which the driver would encode a
 * second time; it reads a text for a table as JSON; and the driver takes a bare array or boolean
 * for one of the database.
 */
function encode(value: unknown): string {
  const start = `{"${mark}":`;
  const text = typeof value === "string" && value.startsWith(start) ? value : JSON.stringify(value);
  return text.startsWith(start) ? text.slice(start.length, -1) : text;
}

/** Formats as PostgREST gives them. */
const types = {
  json: { to: 114, from: [114], serialize: encode, parse: JSON.parse },
  jsonb: { to: 3802, from: [3802], serialize: encode, parse: JSON.parse },
  numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
  timestamptz: { to: 1184, from: [1184], serialize: String, parse: isoTime },
  timestamp: { to: 1114, from: [1114], serialize: String, parse: isoTime },
};

type Values = Record<string, unknown>;

function markJson(values: Values, isJson: (name: string) => boolean): Values {
  const entries = Object.entries(values).map(([name, value]) => {
    return [name, value !== null && isJson(name) ? { [mark]: value } : value];
  });
  return Object.fromEntries(entries);
}

/** In a filter the server reads `true` as a boolean, also where the column is a text. */
function textInFilters(where: unknown, texts: Set<string>, column = ""): unknown {
  if (typeof where === "boolean") return texts.has(column) ? String(where) : where;
  if (Array.isArray(where)) return where.map((each) => textInFilters(each, texts, column));
  if (!where || Object.getPrototypeOf(where) !== Object.prototype) return where;
  const entries = Object.entries(where).map(([key, value]) => {
    const inside = key.startsWith("$") ? column : key;
    return [key, key === "$is" ? value : textInFilters(value, texts, inside)];
  });
  return Object.fromEntries(entries);
}

/**
 * The request, with filters on texts set right, and with the JSON marked in what it writes or
 * passes to a function.
 */
function markAst(ast: AnyAST, { functions = [], columns }: IntrospectResult): AnyAST {
  const json = /^jsonb?$/;
  if (ast.type === "rpc" && ast.args && !Array.isArray(ast.args)) {
    const called = functions.filter(({ name }) => name === ast.function);
    const isJson = (name: string) =>
      called.some((each) => json.test(each.arg_types[each.arg_names.indexOf(name)] ?? ""));
    return { ...ast, args: markJson(ast.args as Values, isJson) };
  }
  const named = (pattern: RegExp) =>
    new Set(
      columns
        .filter(({ table, type }) => table === ast.from && pattern.test(type))
        .map(({ name }) => name),
    );
  const marked = { ...ast };
  if (ast.where) {
    marked.where = textInFilters(ast.where, named(/char|text/)) as typeof ast.where;
  }
  if (ast.values) {
    const names = named(json);
    const each = (row: object) => markJson(row as Values, (name) => names.has(name));
    marked.values = Array.isArray(ast.values) ? ast.values.map(each) : each(ast.values);
  }
  return marked;
}

type DatabaseError = { code?: unknown; message?: unknown; detail?: unknown; hint?: unknown };

/** HTTP status of a SQLSTATE, as PostgREST maps them, for those that the server does not know. */
function statusOf(code: string): number | undefined {
  if (code === "P0001" || code.startsWith("23")) return 400;
  if (/^(08|53)/.test(code)) return 503;
  if (/^(0L|0P|28)/.test(code)) return 403;
  if (code === "57014" || /^(25|40|54|55|57|58|XX)/.test(code)) return 500;
  return undefined;
}

const knownToServer = /^(23502|23503|23505|25006|42|22|21|PT|PGRST)/;

/**
 * Gives an error back as PostgREST would. The server turns an error with SQLSTATE "PGRST" into
 * the answer that its message and detail spell out, which is PostgREST's own convention.
 */
export function asPostgrest(error: unknown): unknown {
  const { code, message, detail, hint } = (error ?? {}) as DatabaseError;
  if (typeof code !== "string" || knownToServer.test(code)) return error;
  const answer = (status: number, body: object) => ({
    code: "PGRST",
    message: JSON.stringify(body),
    detail: JSON.stringify({ status, headers: {} }),
  });
  if (!/^[0-9A-Z]{5}$/.test(code)) {
    // The driver's own: the connection was refused, closed or ended.
    return answer(503, {
      code: "PGRST001",
      message: "Database connection error. Retrying the connection.",
    });
  }
  const status = statusOf(code);
  return status ? answer(status, { code, message, details: detail, hint }) : error;
}

type Settings = (db: Kysely<unknown>, request: { path: string }) => Promise<void>;

/**
 * PostgREST lets a call take as long as the function's own statement_timeout says, which Postgres
 * by itself does not: its clock runs from the statement's start.
 */
function withTimeLimits(applySettings: Settings): Settings {
  let known: Promise<Map<string, string>> | undefined;
  const read = async (db: Kysely<unknown>) => {
    const { rows } = await sql<{ name: string; limit: string }>`
      select proname as name, split_part(setting, '=', 2) as limit
      from pg_catalog.pg_proc, unnest(proconfig) as setting
      where pronamespace = 'public'::regnamespace and setting like 'statement_timeout=%'`.execute(
      db,
    );
    return new Map(rows.map(({ name, limit }) => [name, limit]));
  };
  return async (db, request) => {
    await applySettings(db, request);
    known ??= read(db);
    const limits = await known.catch((error) => {
      known = undefined;
      throw error;
    });
    const limit = limits.get(request.path.split("/").at(-1) ?? "");
    if (limit) await sql`select set_config('statement_timeout', ${limit}, true)`.execute(db);
  };
}

/**
 * The API's connection to the database: as a role without rights of its own, which becomes
 * `anon`, `authenticated` or `service_role` for each request.
 */
export function apiConnection(url: string, onclose = () => {}) {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      max: 10,
      types,
      onnotice: () => {},
      backoff: () => 0.25,
      // None ends by itself, so that one which does was lost.
      max_lifetime: null,
      onclose,
    },
  });
  const introspect = connection.introspect.bind(connection);
  connection.introspect = async (...options) => {
    const found = await introspect(...options);
    // To the server a database that is away is one without tables, and each of them would be a 404.
    if (found.columns.length === 0) throw new Error("the database cannot be seen");
    return found;
  };
  const normalize = connection.normalizeDbError.bind(connection);
  connection.normalizeDbError = (error) => asPostgrest(normalize(error));
  const prepareAst = connection.onPostgrestAST.bind(connection);
  connection.onPostgrestAST = async (ast) => {
    return markAst(await prepareAst(ast), await connection.introspect({ useCache: true }));
  };
  const { applyRpcRequestGucs } = connection as unknown as { applyRpcRequestGucs: Settings };
  Object.assign(connection, {
    applyRpcRequestGucs: withTimeLimits(applyRpcRequestGucs.bind(connection)),
    // Left to itself the server would grant everything on every table to everybody.
    rlsState: "active",
  });
  return connection;
}
