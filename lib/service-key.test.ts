// What acts with the service key, by who imports what makes such a client.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

const sources = ["app", "components", "lib", "proxy.ts"].flatMap((part) =>
  part.endsWith(".ts")
    ? [part]
    : readdirSync(join(root, part), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
        .map((file) => join(part, file)),
);
const containing = (pattern: RegExp) =>
  sources.filter((file) => pattern.test(readFileSync(join(root, file), "utf8"))).sort();

it("is made into a client in one place, and used by actions and for taking files alone", () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(containing(/\bsecretKey\b/)).toEqual([
    "lib/env.ts",
    // Compares it with what an agent sends.
    "lib/files/sender.ts",
    // Writes into the project's Storage with it.
    "lib/files/stores.ts",
    "lib/supabase/service.ts",
  ]);
  expect(containing(/import \{[^}]*\bserviceClient\b[^}]*\} from/)).toEqual([
    "app/api/evidence/[session]/route.ts",
    "lib/action.ts",
  ]);
  expect(containing(/import\(.*supabase\/service/)).toEqual([]);
  expect(containing(/import \{[^}]*\bserviceStore\b[^}]*\} from/)).toEqual([
    "app/api/evidence/[session]/route.ts",
    "lib/actions/evidence.ts",
  ]);
  expect(containing(/\bbucketStore\(/)).toEqual(["lib/files/bucket.ts", "lib/files/stores.ts"]);
});

it("takes files only from those who may send them", () => {
  const route = readFileSync(join(root, "app/api/evidence/[session]/route.ts"), "utf8");
  const taking = route.slice(route.indexOf("async function upload("));
  expect(taking.indexOf("await requireSender(")).toBeLessThan(taking.indexOf("serviceClient()"));
  expect(taking.indexOf("await requireSender(")).toBeGreaterThan(0);
});

it("reaches actions only through the wrapper, whose check comes first", () => {
  const files = sources.filter((file) => file.startsWith("lib/actions/"));
  const others = files.filter((file) => file !== "lib/actions/account.ts");
  expect(others.length).toBeGreaterThan(3);
  for (const file of others) {
    const text = readFileSync(join(root, file), "utf8");
    const exported = [...text.matchAll(/^export (const|async function|function) (\w+)/gm)];
    const wrapped = [...text.matchAll(/^export const (\w+) = action\(/gm)];
    expect(
      exported.map(([, , name]) => name),
      file,
    ).toEqual(wrapped.map(([, name]) => name));
  }
});

it("is nowhere where the browser's code is made", () => {
  const client = containing(/^["']use client["']/m);
  expect(client.length).toBeGreaterThan(5);
  for (const file of client) {
    const text = readFileSync(join(root, file), "utf8");
    expect(text, file).not.toMatch(/from "@\/lib\/(action|supabase\/\w+|env|auth)"/);
  }
});
