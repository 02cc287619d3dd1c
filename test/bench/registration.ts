import { cpus } from 'node:os';
import Table from 'cli-table3';
import { applyMatrix, compose, invert, rotationDegrees } from '../../src/geometry/transform';
import type { Vec3 } from '../../src/geometry/vec3';
import { carry } from '../../src/registration/automatic/displacement-grid';
import { registerInWorker } from '../../src/registration/automatic/messages';
import type { Progress, RegistrationRequest } from '../../src/registration/automatic/register-volumes';
import { nodeWorker } from '../registration/automatic/node-worker';
import { axial, LANDMARKS, phantomCt } from '../registration/automatic/phantom';
import { anatomyToDeformed, deformedToAnatomy, distanceMm, RIGID, RIGID_BACK } from '../registration/automatic/truth';

/*
 * Automatic registration of 256 × 256 × 100 voxels, from the call to the result, each in a thread of its own.
 * Part of `npm run bench`; figures and machine are in docs/verification.md.
 */

const GRID = axial([256, 256, 100], [1.6, 1.6, 2.5]);
const seconds = (ms: number) => (ms / 1000).toFixed(1);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const table = new Table({
  head: ['what', 'found', 'target'],
  colAligns: ['left', 'right', 'right'],
  style: { head: [], border: [] },
});

const fixed = phantomCt('1.2', GRID, (p) => p, 1);
const moving = phantomCt('1.3', GRID, (p) => applyMatrix(RIGID_BACK, p), 0);
const deformed = phantomCt('1.3', GRID, deformedToAnatomy, 0);

async function timed(what: string, request: RegistrationRequest) {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  let residentMb = 0;
  const watch = () => {
    residentMb = Math.max(residentMb, process.memoryUsage().rss / 1e6);
  };
  const result = await registerInWorker(nodeWorker, request, { onProgress: watch });
  const { user, system } = process.cpuUsage(cpu);
  table.push([`${what}, s`, seconds(performance.now() - start), '60']);
  table.push([`${what}, processor s`, seconds((user + system) / 1000), '']);
  table.push([`${what}, highest resident memory seen, MB`, residentMb.toFixed(0), '']);
  return result;
}

const body: Vec3[] = [-90, 0, 90].flatMap((z) => [-100, 0, 100].flatMap((y) => [-160, 0, 160].map((x): Vec3 => [x, y, z])));
const rigid = (await timed('rigid', { fixed, moving, kind: 'rigid' })).fixedToMoving.matrix;
const off = Math.max(...body.map((p) => distanceMm(applyMatrix(rigid, p), applyMatrix(RIGID, p))));
table.push(['rigid, farthest off in the body, mm', off.toFixed(2), '1']);
table.push(['rigid, turned off, degrees', rotationDegrees(compose(invert(RIGID), rigid)).toFixed(3), '0.5']);

const { fixedToMoving, displacement } = await timed('deformable', { fixed, moving: deformed, kind: 'deformable' });
const errorsMm = (map: (p: Vec3) => Vec3) => LANDMARKS.map((p) => distanceMm(map(p), anatomyToDeformed(p)));
const before = errorsMm((p) => applyMatrix(RIGID, p));
const after = errorsMm((p) => carry(fixedToMoving.matrix, displacement!, p)!);
table.push([
  'landmarks with the true rigid motion, mean (most), mm',
  `${mean(before).toFixed(2)} (${Math.max(...before).toFixed(1)})`,
  '',
]);
table.push(['landmarks, deformable, mean (most), mm', `${mean(after).toFixed(2)} (${Math.max(...after).toFixed(1)})`, '']);
table.push(['landmark error lowered by, %', (100 * (1 - mean(after) / mean(before))).toFixed(0), '60']);
table.push(['displacement grid, mm', displacement!.spacingMm.map((mm) => mm.toFixed(1)).join(' × '), '']);
table.push(['displacement grid off the spline, mm', displacement!.interpolationErrorMm.toFixed(3), '0.1']);

/** From the cancelling to the end of the thread. */
async function cancelMs(at: Progress['stage']): Promise<number> {
  const cancelling = new AbortController();
  let asked = 0;
  let exited: Promise<void> | undefined;
  const start = () => {
    const worker = nodeWorker();
    exited = new Promise((resolve) => worker.onEnd(() => resolve()));
    return worker;
  };
  const onProgress = ({ stage, share }: Progress) => {
    if (stage !== at || share < 0.1 || asked > 0) return;
    // In the middle of what it computes, not just after it has spoken.
    asked = 1;
    setTimeout(() => {
      asked = performance.now();
      cancelling.abort(new Error('cancelled'));
    }, 50);
  };
  const request: RegistrationRequest = { fixed, moving: deformed, kind: 'deformable' };
  await registerInWorker(start, request, { onProgress, signal: cancelling.signal }).catch(() => {});
  await exited;
  return performance.now() - asked;
}
table.push(['cancelled while rigid, ms', (await cancelMs('rigid')).toFixed(0), '1000']);
table.push(['cancelled while deformable, ms', (await cancelMs('deformable')).toFixed(0), '1000']);

const { model } = cpus()[0];
process.stdout.write(`${cpus().length} × ${model}, Node ${process.version}, 256 × 256 × 100 voxels\n${table.toString()}\n`);
