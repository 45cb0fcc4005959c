import type { TestProject } from "vitest/node";
import { type Connection, removeFolder, startBackend, temporaryFolder } from "./backend.ts";

declare module "vitest" {
  interface ProvidedContext {
    backend: Connection;
  }
}

/** One backend for all files of the project, freshly migrated and empty. */
export default async function setup(project: TestProject) {
  const folder = await temporaryFolder();
  try {
    const { child, ended, stop, ...connection } = await startBackend(folder);
    project.provide("backend", connection);
    return async () => {
      await stop();
      await removeFolder(folder);
    };
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}
