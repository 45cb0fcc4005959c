// Imported first by every command: other modules read the environment as they are loaded.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

for (const name of [".env.local", ".env"]) {
  const file = join(resolve(import.meta.dirname, ".."), name);
  if (existsSync(file)) process.loadEnvFile(file);
}
