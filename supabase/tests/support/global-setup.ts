import type { TestProject } from "vitest/node";
import { type Connection, removeFolder, startBackend, temporaryFolder } from "./backend.ts";

declare module "vitest" {
  interface ProvidedContext {
    backends: Connection[];
  }
}

/** A backend for each worker, freshly migrated and empty: its files have it one after the other. */
export default async function setup(project: TestProject) {
  const cleanups: (() => Promise<unknown>)[] = [];
  const teardown = async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  };
  try {
    const backends: Connection[] = [];
    while (backends.length < project.vitest.config.maxWorkers) {
      const folder = await temporaryFolder();
      cleanups.push(() => removeFolder(folder));
      const { child, ended, stop, ...connection } = await startBackend(folder);
      cleanups.push(stop);
      backends.push(connection);
    }
    project.provide("backends", backends);
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}
