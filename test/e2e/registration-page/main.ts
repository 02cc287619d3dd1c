import { browserWorker } from '../../../src/app/engine/registration-worker';
import { applyMatrix } from '../../../src/geometry/transform';
import { registerInWorker } from '../../../src/registration/automatic/messages';
import type { Progress } from '../../../src/registration/automatic/register-volumes';
import { axial, phantomCt } from '../../registration/automatic/phantom';
import { RIGID_BACK } from '../../registration/automatic/truth';

/* A page with nothing on it but the worker that registers, for a test to drive. */

const GRID = axial([56, 40, 32], [7, 7, 7]);

const inPage = {
  /** Registers the phantom with itself moved, and gives the matrix and the progress; cancels at a share of the work. */
  async register(
    cancelAt = 2,
  ): Promise<{ matrix: readonly number[]; stages: string[]; steps: number } | { cancelledMs: number }> {
    const fixed = phantomCt('1.2', GRID, (p) => p, 1);
    const moving = phantomCt('1.3', GRID, (p) => applyMatrix(RIGID_BACK, p), 0);
    const seen: Progress[] = [];
    const cancelling = new AbortController();
    let asked = 0;
    const onProgress = (progress: Progress) => {
      seen.push(progress);
      if (progress.share < cancelAt || asked > 0) return;
      asked = performance.now();
      cancelling.abort(new Error('cancelled'));
    };
    try {
      const result = await registerInWorker(
        browserWorker,
        { fixed, moving, kind: 'rigid' },
        { onProgress, signal: cancelling.signal },
      );
      return { matrix: result.fixedToMoving.matrix, stages: [...new Set(seen.map(({ stage }) => stage))], steps: seen.length };
    } catch (error) {
      if ((error as Error).message !== 'cancelled') throw error;
      return { cancelledMs: performance.now() - asked };
    }
  },
  /** Whether the page itself may compile WebAssembly: the smallest module there is. */
  async mayCompile(): Promise<boolean> {
    try {
      await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
      return true;
    } catch {
      return false;
    }
  },
};

Object.assign(globalThis, { inPage });
export type InPage = typeof inPage;
