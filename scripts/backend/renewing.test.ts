import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { renewing } from "./renewing.ts";

const request = new Request("http://127.0.0.1/");
const close = async () => {};

test("what was answered is kept by nobody", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const api = renewing(() => ({ fetch: async () => new Response("rows"), close }));
  const answers: WeakRef<Response>[] = [];
  for (let i = 0; i < 20; i++) answers.push(new WeakRef(await api.fetch(request)));
  await turn();
  collect();
  expect(answers.filter((each) => each.deref())).toEqual([]);
});

test("what a lost connection will never answer is answered, and others are by the next API", async () => {
  let lose = () => {};
  let made = 0;
  const api = renewing((lost) => {
    lose = lost;
    made++;
    const never = new Promise<Response>(() => {});
    return { fetch: () => (made === 1 ? never : new Response("rows")), close };
  });
  const waiting = api.fetch(request);
  lose();
  lose();
  const answer = await waiting;
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ code: "PGRST001" });
  expect((await api.fetch(request)).status).toBe(200);
  expect(made).toBe(2);
});

test("what fails is told to whoever asked", async () => {
  const api = renewing(() => ({ fetch: () => Promise.reject(new Error("no")), close }));
  await expect(api.fetch(request)).rejects.toThrow("no");
});
