// From the start command to "Exhibit is ready", on data and a build that are there already.
import { type Figure, median } from "./figures.ts";
import { start, stop } from "./instance.ts";

const RUNS = 7;
const AIM = 5;

export async function measureStart(): Promise<Figure[]> {
  const taken: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const app = await start();
    taken.push(app.seconds);
    await stop(app);
  }
  const seconds = median(taken);
  const range = `${Math.min(...taken).toFixed(2)} to ${Math.max(...taken).toFixed(2)}`;
  return [
    {
      what: "start to ready, without build",
      value: `${seconds.toFixed(2)} s (${range} in ${RUNS} starts)`,
      aim: `≤ ${AIM} s`,
      met: seconds <= AIM,
    },
  ];
}
