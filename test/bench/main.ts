import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import Table from 'cli-table3';
import { assess } from '../../src/assessment/assess';
import { Session } from '../../src/assessment/session';
import { loadCase } from '../../src/case/load-case';
import { accessFrom } from '../../src/cli/files';
import { readDicom } from '../../src/dicom/read-dicom';
import { evaluateCase } from '../../src/evaluation/evaluate-case';
import { prepareCase } from '../../src/evaluation/prepared-case';
import { withRobustness } from '../../src/evaluation/robustness/with-robustness';
import { settingsOf } from '../../src/evaluation/settings-of';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { makeDoseGrid } from '../../src/geometry/dose-grid';
import { inOwnFrame, resampleDose } from '../../src/geometry/interpolate';
import { affineMap } from '../../src/geometry/point-map';
import { sampleRoi } from '../../src/geometry/roi-samples';
import { phaseResponse } from '../../src/radiobiology/phase-response';
import { sumResponses } from '../../src/radiobiology/sum-grids';
import { alphaBetaGy } from '../../src/units';
import { contoursOf, ORGANS, writeBenchCase } from './make-case';
import { peakOfCommand } from './peak-memory';

/* Medians of one run, side by side. `npm run bench`; figures and machine are in docs/speed.md. */

const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-bench-'));
const table = new Table({
  head: ['what', 'median ms', 'least', 'most', 'target'],
  colAligns: ['left', 'right', 'right', 'right', 'right'],
  style: { head: [], border: [] },
});

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
function row(what: string, ms: number[], target = '') {
  table.push([what, median(ms).toFixed(1), Math.min(...ms).toFixed(1), Math.max(...ms).toFixed(1), target]);
}
async function timed(what: string, work: () => unknown, { runs = 7, target = '' } = {}) {
  await work();
  const ms: number[] = [];
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    await work();
    ms.push(performance.now() - start);
  }
  row(what, ms, target);
}

try {
  const caseFile = writeBenchCase(folder);
  const text = readFileSync(caseFile, 'utf8');
  const load = () => loadCase(text, caseFile, accessFrom(folder));
  const bytes = (name: string) => ({ path: name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) });
  const [rd, rdPrior, rs] = [bytes('RD-planned.dcm'), bytes('RD-prior.dcm'), bytes('RS.dcm')];

  await timed('read RT Dose 256 × 256 × 150, 16 bit, into Gy', () => makeDoseGrid(readDicom(rd) as never));
  await timed(`read RT Structure Set, ${ORGANS.length} organs`, () => readDicom(rs));

  const large = contoursOf(ORGANS[1], 3334, 250 / 149);
  const contours = large.map(({ pointsMm }) => ({ geometricType: 'CLOSED_PLANAR', pointsMm: Float64Array.from(pointsMm) }));
  const points = contours.reduce((sum, { pointsMm }) => sum + pointsMm.length / 3, 0);
  await timed(
    `sample contours of ${points} points (one lung)`,
    () => sampleRoi(slabsOfRoi({ name: 'lung', contours, sliceSpacingMm: undefined }).stack!, []),
    { target: '150' },
  );

  const [grid, prior] = [rd, rdPrior].map((file) => makeDoseGrid(readDicom(file) as never));
  await timed('resample one dose to the other grid', () =>
    resampleDose({ ...inOwnFrame(prior), toGridFrame: affineMap([1, 0, 0, 1, 0, 1, 0, 2, 0, 0, 1, 3, 0, 0, 0, 1]) }, grid),
  );
  const count = 10_000_000;
  const voxels = [
    new Float32Array(count).map((_, n) => (n % 6000) / 100),
    new Float32Array(count).map((_, n) => (n % 5000) / 100),
  ];
  const phases = voxels.map((doseGy) => ({
    doseGy,
    response: phaseResponse({ fractions: 28, alphaBetaGy: alphaBetaGy(3) }),
    weight: 0.6,
  }));
  const out = new Float32Array(count);
  await timed('EQD2 sum of two doses of 10 M voxels', () => sumResponses(phases, out), { runs: 15, target: '30' });

  const inputs = await load();
  const prepared = prepareCase(inputs);
  await timed('sample all regions with both doses', () => prepareCase(inputs), { runs: 3 });
  let turn = 0;
  const session = new Session(accessFrom(folder));
  const read = await session.read(text, caseFile);
  session.ask(read);
  await timed(
    `change alpha/beta of all ${prepared.regions.length} regions: every metric, goal and headroom`,
    () => {
      turn++;
      const organs = Object.fromEntries(
        prepared.regions.map(({ region }) => [region.name, { alphaBetaGy: 2 + (turn % 7) / 10 }]),
      );
      return session.ask(read, { plannedScale: 1, organs });
    },
    { runs: 9, target: '100' },
  );
  const settings = settingsOf(inputs);
  const evaluated = evaluateCase(prepared, settings);
  await timed(
    `26 shifts of the prior course, all ${prepared.regions.length} regions`,
    // Another margin each time: what depends on it is made anew, as at the first time.
    () => withRobustness(prepared, { ...settings, robustness: { marginMm: 3 + ++turn / 100 } }, evaluated),
    { runs: 7, target: '1000' },
  );
  await timed('assess, in process', async () => assess(await load()), { runs: 3 });

  const ms: number[] = [];
  let residentMb = 0;
  for (let n = 0; n < 5; n++) {
    const peak = peakOfCommand(['assess', caseFile, '--json', path.join(folder, 'a.json')]);
    ms.push(peak.ms);
    residentMb = Math.max(residentMb, peak.bytes / 1e6);
  }
  row('assess, whole process from files', ms, '2500');

  const { model } = cpus()[0];
  process.stdout.write(`${cpus().length} × ${model}, Node ${process.version}\n${table.toString()}\n`);
  process.stdout.write(`assess, highest resident memory: ${residentMb.toFixed(0)} MB (target 800)\n`);
  process.stdout.write(
    `regions ${prepared.regions.length}, sample points ${prepared.regions.reduce((sum, { samples }) => sum + samples.count, 0)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
