import { describe, expect, it } from 'vitest';
import { giveBack } from '../../src/cli/give-back';

const heldMB = () => process.memoryUsage().arrayBuffers / 1e6;
const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('giveBack', () => {
  it('gives back what nobody holds, where there is much of it', async () => {
    const before = heldMB();
    // Never written to, so that it takes addresses and no memory.
    let held: Float64Array | undefined = new Float64Array(75e6);
    giveBack();
    expect(held.length).toBe(75e6);
    held = undefined;
    for (let n = 0; n < 2; n++) {
      await turn();
      giveBack();
    }
    await turn();
    expect(heldMB() - before).toBeLessThan(100);
  });
});
