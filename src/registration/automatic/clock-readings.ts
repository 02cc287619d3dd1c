/*
 * elastix in WebAssembly says nothing while it runs, and no message can be sent in: one call blocks its thread from
 * beginning to end. But it times its iterations, and must ask JavaScript for the clock. Counting these readings shows how
 * far it is. Should a later version not read the clock, only the bar between stages would stand still.
 */

const EVERY = 100;

/** Runs `work` and tells how often the clock was read meanwhile, at every hundredth reading. The clock itself is left as it is. */
export async function countingClockReadings<T>(onReadings: (readings: number) => void, work: () => Promise<T>): Promise<T> {
  const clock = Date.now;
  let readings = 0;
  Date.now = () => {
    if (++readings % EVERY === 0) onReadings(readings);
    return clock();
  };
  try {
    return await work();
  } finally {
    Date.now = clock;
  }
}
