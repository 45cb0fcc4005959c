import { connect, createServer, type Server, type Socket } from "node:net";

/** A cable to a server that can be pulled, plugged again, and made slow; open when it is made. */
export async function makeCable(port: number, target: URL) {
  let server: Server | undefined;
  let delay = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
  };
  const plug = () =>
    new Promise<void>((done) => {
      server = createServer((near) => {
        const far = connect(Number(target.port), target.hostname);
        keep(near);
        keep(far);
        near.pipe(far);
        far.on("data", (data) => setTimeout(() => near.writable && near.write(data), delay));
        far.on("end", () => setTimeout(() => near.end(), delay));
      }).listen(port, "127.0.0.1", done);
    });
  const pull = () =>
    new Promise<void>((done) => {
      server?.close(() => done());
      for (const socket of sockets) socket.destroy();
    });
  await plug();
  return {
    plug,
    pull,
    /** How long answers take, in milliseconds. */
    slow: (milliseconds: number) => {
      delay = milliseconds;
    },
  };
}
