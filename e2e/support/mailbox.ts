import { appendFileSync } from "node:fs";
import { createServer } from "node:net";

/** A mail server that keeps what it is sent in a file. Returns its port and a way to end it. */
export function startMailbox(file: string): Promise<{ port: number; stop: () => void }> {
  const server = createServer((socket) => {
    let inMessage = false;
    socket.write("220 mailbox\r\n");
    socket.setEncoding("utf8").on("data", (text: string) => {
      for (const line of text.split("\r\n")) {
        if (inMessage) {
          appendFileSync(file, `${line}\n`);
          if (line !== ".") continue;
          inMessage = false;
          socket.write("250 kept\r\n");
        } else if (/^DATA/i.test(line)) {
          inMessage = true;
          socket.write("354 go on\r\n");
        } else if (/^QUIT/i.test(line)) {
          socket.end("221 bye\r\n");
        } else if (line) {
          socket.write("250 ok\r\n");
        }
      }
    });
    socket.on("error", () => {});
  });
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      done({ port, stop: () => server.close() });
    });
  });
}
