// What the app's objects take after its garbage is collected, asked through Node's own inspector.
import type { Running } from "./instance.ts";
import { pidOf } from "./memory.ts";

export type Heap = { used(): Promise<number>; close(): void };

/** For an app that was started with a free port for its inspector. */
export async function openHeap(app: Running): Promise<Heap> {
  const address = new Promise<string>((found, failed) => {
    let text = "";
    app.child.stderr?.on("data", (part) => {
      text += part;
      const url = /Debugger listening on (ws:\S+)/.exec(text)?.[1];
      if (url) found(url);
    });
    setTimeout(() => failed(new Error("The app's inspector did not open.")), 10_000).unref();
  });
  process.kill(pidOf(app), "SIGUSR1");
  const socket = new WebSocket(await address);
  await new Promise((open) => socket.addEventListener("open", open, { once: true }));
  let id = 0;
  const call = (method: string, params = {}) =>
    new Promise<{ result?: { value?: unknown } }>((done) => {
      const asked = ++id;
      const hear = ({ data }: MessageEvent) => {
        const answer = JSON.parse(data);
        if (answer.id !== asked) return;
        socket.removeEventListener("message", hear);
        done(answer.result);
      };
      socket.addEventListener("message", hear);
      socket.send(JSON.stringify({ id: asked, method, params }));
    });
  return {
    /** In megabytes. */
    async used() {
      await call("HeapProfiler.collectGarbage");
      const { result } = await call("Runtime.evaluate", {
        expression: "process.memoryUsage().heapUsed",
      });
      return Number(result?.value) / 1e6;
    },
    close: () => socket.close(),
  };
}
