import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { turns } from "./turns.ts";

it("lets so many at once, the others in turn, whatever becomes of each", async () => {
  const turn = turns(2);
  let busy = 0;
  let most = 0;
  const order: number[] = [];
  const work = (n: number) =>
    turn(async () => {
      order.push(n);
      most = Math.max(most, ++busy);
      await sleep(2);
      busy--;
      if (n % 3 === 0) throw new Error("no");
      return n;
    });
  const ended = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6, 7].map(work));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(ended.map(({ status }) => status === "fulfilled")).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7].map((n) => n % 3 !== 0),
  );
});
