import { setTimeout as sleep } from "node:timers/promises";

type Api = {
  fetch: (request: Request) => Response | Promise<Response>;
  close: () => Promise<void>;
};

/** In milliseconds: one that was lost is followed after this, so that none spins while Postgres is away, */
const PAUSE = 250;
/** and what it has not answered by then it never will. */
const GRACE = 1000;

const away = () =>
  Response.json(
    { code: "PGRST001", message: "Database connection error. Retrying the connection." },
    { status: 503 },
  );

/**
 * The API, made anew each time that it lost a connection to Postgres. The driver does not get over
 * that by itself: a connection that was in a transaction never answers again, nor does who waits for
 * it (porsager/postgres#1208).
 */
export function renewing(make: (lost: () => void) => Api): Api {
  let closing = false;

  function begin(): Api {
    // Of each request that is not answered yet, what ends it.
    const open = new Set<(answer: Response) => void>();
    let isLost = false;
    const api = make(async () => {
      if (isLost) return;
      isLost = true;
      await sleep(PAUSE);
      if (closing) return;
      current = begin();
      await sleep(GRACE);
      for (const end of open) end(away());
      await api.close();
    });
    const { close } = api;
    return {
      close,
      fetch: (request) =>
        new Promise((done, failed) => {
          open.add(done);
          Promise.try(api.fetch, request)
            .then(done, failed)
            .finally(() => open.delete(done));
        }),
    };
  }

  let current = begin();
  return {
    fetch: (request) => current.fetch(request),
    close: () => {
      closing = true;
      return current.close();
    },
  };
}

/** Thrown by the driver from a timer, where nobody can catch it; its connection is lost already. */
export const isDriverFault = (error: Error) =>
  error instanceof TypeError && /at Immediate\.nextWrite /.test(error.stack ?? "");
