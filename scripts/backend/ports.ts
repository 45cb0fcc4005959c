import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { files, StartError, writePrivate } from "./folder.ts";

export type Ports = { api: number; database: number };

export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

/** A port from the environment, or undefined. @throws {StartError} */
export function portFrom(name: string): number | undefined {
  const given = process.env[name];
  if (!given) return undefined;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StartError(`${name}=${given} is not a port. Use a number from 1 to 65535.`);
  }
  return port;
}

/** @throws {StartError} */
export async function requireFree(port: number, name: string) {
  if (await isFree(port)) return port;
  throw new StartError(
    `Port ${port} is taken by another program. Stop it, or choose another port: ${name}=${port + 1}`,
  );
}

async function choose(name: string, preferred: number, taken: number[] = []) {
  const given = portFrom(name);
  if (given) return requireFree(given, name);
  for (let port = preferred; port < preferred + 200; port += 2) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new StartError(`No free port from ${preferred} on. Name one: ${name}=…`);
}

/** The ports of last time where they are free, so that agents find the backend where it was. */
export async function choosePorts(): Promise<Ports> {
  const last = lastPorts();
  const api = await choose("EXHIBIT_API_PORT", last.api ?? 54321);
  const database = await choose("EXHIBIT_DB_PORT", last.database ?? 54322, [api]);
  writePrivate(files.ports, JSON.stringify({ api, database }));
  return { api, database };
}

/** The ports that were chosen at the last start. */
export function lastPorts(): Partial<Ports> {
  return existsSync(files.ports) ? JSON.parse(readFileSync(files.ports, "utf8")) : {};
}
