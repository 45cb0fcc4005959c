import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { files, StartError } from "./folder.ts";
import type { Ports } from "./ports.ts";

type Message = { step?: string; ready?: Ports; failed?: string; expected?: boolean };

export type Backend = {
  child: ChildProcess;
  /** Its ports, once it answers. @throws {StartError} with its last words where it does not. */
  ready: Promise<Ports>;
};

/** The backend in a process of its own, which ends with this one. */
export function launchBackend(env: NodeJS.ProcessEnv, step?: (text: string) => void): Backend {
  const child = fork(join(import.meta.dirname, "main.ts"), {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env,
  });
  let lastWords = "";
  child.stderr?.on("data", (text) => (lastWords = (lastWords + text).slice(-2000)));
  const ready = new Promise<Ports>((done, failed) => {
    child.on("message", (message: Message) => {
      if (message.step) step?.(message.step);
      if (message.ready) done(message.ready);
      if (message.failed) {
        failed(message.expected ? new StartError(message.failed) : new Error(message.failed));
      }
    });
    child.once("exit", () =>
      failed(new StartError(`The backend ended. See ${files.log}\n${lastWords}`)),
    );
  });
  return { child, ready };
}
