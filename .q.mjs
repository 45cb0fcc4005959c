import postgres from "postgres";
import { readFileSync } from "node:fs";
const [,, dir, port, ...rest] = process.argv;
const { databasePassword } = JSON.parse(readFileSync(`${dir}/secrets.json`, "utf8"));
const sql = postgres(`postgresql://postgres:${databasePassword}@127.0.0.1:${port}/postgres`, { max: 1, onnotice: (n) => console.log(n.message) });
const text = rest[0].endsWith(".sql") ? readFileSync(rest[0], "utf8") : rest[0];
const t = performance.now();
try { const r = await sql.unsafe(text); const last = Array.isArray(r[0]) ? r.at(-1) : r;
for (const row of last.slice(0, 60)) console.log(Object.values(row).join(" | ")); } catch (e) { console.log("ERR", e.message, e.position); }
console.log(`${(performance.now() - t).toFixed(0)} ms`);
await sql.end();
