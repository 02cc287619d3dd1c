import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../../src/app/engine/engine';
import { AS_IT_IS, type OpenedStudy, type ReadProgress, type WhatIf } from '../../../src/app/engine/engine-api';
import { withOpenFields } from '../../../src/app/state/open-fields';
import type { CtVolume } from '../../../src/app/viewer/scene';
import { assess } from '../../../src/assessment/assess';
import type { CaseFile } from '../../../src/case/case-file';
import { loadCase } from '../../../src/case/load-case';
import { accessFrom } from '../../../src/cli/files';
import type { Assessment } from '../../../src/evaluation/assessment';
import { InputError } from '../../../src/input-error';
import { hostFile, hostFiles } from './sample-files';

const FOLDER = path.resolve(import.meta.dirname, '../../../dicom-samples/thorax');
const quiet = () => {};

async function evaluated(engine: Engine, caseFile: CaseFile, folder = '', whatIf: WhatIf = AS_IT_IS): Promise<Assessment> {
  const result = await engine.evaluate(caseFile, folder, whatIf, quiet);
  if (!result.ok) throw new InputError(result.refusal);
  return result.assessment;
}

describe('the engine behind the window', () => {
  const engine = new Engine();
  const progress: ReadProgress[] = [];
  let opened: OpenedStudy;
  let caseFile: CaseFile;
  beforeAll(async () => {
    opened = await engine.open([...hostFiles('thorax'), hostFile('thorax/notes.txt', new Uint8Array(70_000).fill(65))], (each) =>
      progress.push(each),
    );
    caseFile = withOpenFields(opened.proposal)!;
  });

  it('reads a folder, tells how far it is, and passes over what is no DICOM', () => {
    expect(progress.at(-1)).toMatchObject({ done: progress[0].total, total: progress[0].total, foreign: 3 });
    expect(opened.inspection.foreign.map(({ file }) => file).sort()).toEqual([
      'thorax/case.json',
      'thorax/notes.txt',
      'thorax/truth.json',
    ]);
    expect(opened.inspection.doses).toHaveLength(2);
  });

  it('proposes the case: the newer plan planned, everything guessed said', () => {
    expect(opened.proposal.missing).toEqual([]);
    expect(caseFile.courses.map(({ role, phases }) => [role, phases[0].dose])).toEqual([
      ['prior', 'thorax/prior/RD.dcm'],
      ['planned', 'thorax/planned/RD.dcm'],
    ]);
    expect(caseFile.structures).toBe('thorax/planned/RS.dcm');
    expect(caseFile.registrations).toEqual(['thorax/registration/REG.dcm']);
    expect(caseFile.courses[1].targets?.map(({ doseGy }) => doseGy).sort()).toEqual([50.4, 58.8]);
    const codes = new Set(opened.proposal.guesses.map(({ code }) => code));
    expect([...codes]).toEqual(expect.arrayContaining(['role-by-date', 'date-of-plan', 'targets-of-plan']));
  });

  it('gives the same numbers as the command line for the case that came with the patient', async () => {
    const text = readFileSync(path.join(FOLDER, 'case.json'), 'utf8');
    const byCommandLine = assess(await loadCase(text, 'case.json', accessFrom(FOLDER)));
    const byEngine = await evaluated(engine, JSON.parse(text), 'thorax');
    expect((await engine.robustness())!.organs).toEqual(byCommandLine.organs);
    // What a slider answers is the same without the bands, which come after it.
    expect(byEngine.organs.map(({ goals }) => goals.map(({ value }) => value))).toEqual(
      byCommandLine.organs.map(({ goals }) => goals.map(({ value }) => value)),
    );
    expect(byEngine.files.map(({ sha256 }) => sha256)).toEqual(byCommandLine.files.map(({ sha256 }) => sha256));
  });

  it('evaluates anew without sampling anew where only settings change, and the same as if from the start', async () => {
    await evaluated(engine, caseFile);
    let sampled = 0;
    const changed: CaseFile = { ...caseFile, organs: { SpinalCord: { alphaBetaGy: 3 } }, constraints: ['hytec-cord'] };
    await evaluated(engine, changed);
    const again = await engine.evaluate(
      { ...changed, organs: { SpinalCord: { alphaBetaGy: 4, recovery: 0.1 } } },
      '',
      AS_IT_IS,
      () => sampled++,
    );
    expect(sampled).toBe(0);
    const fresh = new Engine();
    await fresh.open(hostFiles('thorax'), quiet);
    const anew = await evaluated(fresh, { ...changed, organs: { SpinalCord: { alphaBetaGy: 4, recovery: 0.1 } } });
    expect(again.ok && again.assessment.organs).toEqual(anew.organs);
  });

  it('a changed fraction number or name keeps the samples and changes the result', async () => {
    const before = await evaluated(engine, caseFile);
    const phases = [{ ...caseFile.courses[0].phases[0], fractions: 14 }];
    const sampled: string[] = [];
    const result = await engine.evaluate(
      { ...caseFile, courses: [{ ...caseFile.courses[0], name: 'renamed', phases }, caseFile.courses[1]] },
      '',
      AS_IT_IS,
      (_, what) => sampled.push(what),
    );
    expect(sampled).toEqual([]);
    const cord = (assessment: Assessment) =>
      assessment.organs.find(({ roi }) => roi === 'SpinalCord')!.metrics.Dmean.priorEqd2Gy!;
    expect(result.ok && cord(result.assessment)).toBeGreaterThan(1.15 * cord(before));
    const half = [{ ...caseFile.courses[0].phases[0], fractions: 28, deliveredFractions: 14 }];
    const stopped = await evaluated(engine, {
      ...caseFile,
      courses: [{ ...caseFile.courses[0], phases: half }, caseFile.courses[1]],
    });
    const physical = (assessment: Assessment) =>
      assessment.organs.find(({ roi }) => roi === 'SpinalCord')!.metrics.Dmean.priorPhysicalGy!;
    expect(physical(stopped)).toBeCloseTo(physical(before) / 2, 3);
  });

  it('what-if scales the planned dose at its fractions', async () => {
    const scaled = await evaluated(engine, caseFile, '', { plannedScale: 0.5 });
    const cord = scaled.organs.find(({ roi }) => roi === 'SpinalCord')!;
    const asItIs = (await evaluated(engine, caseFile)).organs.find(({ roi }) => roi === 'SpinalCord')!;
    expect(cord.metrics.Dmean.plannedPhysicalGy).toBeCloseTo(asItIs.metrics.Dmean.plannedPhysicalGy! / 2, 4);
    expect(cord.metrics.Dmean.priorEqd2Gy).toBe(asItIs.metrics.Dmean.priorEqd2Gy);
    expect(scaled.settings.plannedScale).toBe(0.5);
    const fewer = await evaluated(engine, caseFile, '', {
      plannedScale: 1,
      plannedFractions: 14,
      organs: { SpinalCord: { alphaBetaGy: 3, recovery: 0.2 } },
    });
    const tried = fewer.organs.find(({ roi }) => roi === 'SpinalCord')!;
    const written = { ...caseFile.courses[1], phases: [{ ...caseFile.courses[1].phases[0], fractions: 14 }] };
    const same = await evaluated(engine, {
      ...caseFile,
      courses: [caseFile.courses[0], written],
      organs: { SpinalCord: { alphaBetaGy: 3, recovery: 0.2 } },
    });
    const { alphaBetaSource: _, ...figures } = tried;
    expect(same.organs.find(({ roi }) => roi === 'SpinalCord')).toMatchObject(figures);
    // The report stays with the case as it is.
    await evaluated(engine, caseFile, '', { plannedScale: 0.5 });
    expect(await engine.report('html')).not.toContain('what-if');
  });

  it('shows the CT of the anatomy’s frame, its outlines and a dose layer that fits the values at a point', async () => {
    await evaluated(engine, caseFile);
    const ct = (await engine.ct()) as CtVolume;
    expect([ct.columns, ct.rows, ct.slices]).toEqual([140, 102, 64]);
    expect(ct.hounsfield.length).toBe(140 * 102 * 64);
    const outlines = await engine.outlines();
    expect(outlines.map(({ name }) => name)).toContain('SpinalCord');
    expect(outlines.every(({ colour }) => /^#[0-9a-f]{6}$/.test(colour))).toBe(true);
    const place = (await engine.placeOf('SpinalCord', 'Dmax', 'cumulative'))!;
    const values = await engine.valuesAt(place, 2);
    const layer = (await engine.layer({ scope: 'cumulative', quantity: 'eqd2', alphaBetaGy: 2 }))!;
    const { interpolateDose } = await import('../../../src/geometry/interpolate');
    const out = new Float32Array(1);
    interpolateDose({ grid: layer.grid, toGridFrame: layer.toGridFrame }, Float64Array.from(place), 1, out);
    // The layer is a resampled grid, for the eye; the values are exact.
    expect(Math.abs(out[0] - values.cumulativeEqd2Gy!)).toBeLessThan(0.5);
    expect(values.cumulativeEqd2Gy).toBeCloseTo(
      (await evaluated(engine, caseFile)).organs.find(({ roi }) => roi === 'SpinalCord')!.metrics.Dmax.cumulativeEqd2Gy!,
      3,
    );
    expect(values.courses.map(({ phases }) => phases[0].fractions)).toEqual([28, 28]);
    expect(await engine.layer({ scope: 'cumulative', quantity: 'physical', alphaBetaGy: 2 })).toBeUndefined();
  });

  it('reads a CT again where the window has none or another one, and not where it has it', async () => {
    await engine.load(caseFile, '');
    const first = (await engine.ct()) as CtVolume;
    expect(await engine.ct(first.frameOfReferenceUid)).toBe('known');
    expect(((await engine.ct('1.2.3')) as CtVolume).hounsfield).toEqual(first.hounsfield);
    expect(((await engine.ct()) as CtVolume).hounsfield).toEqual(first.hounsfield);
    const other = new Engine();
    await other.open(hostFiles('thorax'), quiet);
    await other.load(caseFile, '');
    // It was handed over of other files.
    expect(((await other.ct(first.frameOfReferenceUid)) as CtVolume).hounsfield).toEqual(first.hounsfield);
    await other.open(hostFiles('thorax'), quiet);
    await other.load(caseFile, '');
    expect(await other.ct(first.frameOfReferenceUid)).not.toBe('known');
  });

  it('says in a sentence what is wrong with a case, and goes on after it', async () => {
    const wrong = await engine.evaluate({ ...caseFile, organs: { SpinalCord: { alphaBetaGy: -1 } } }, '', AS_IT_IS, quiet);
    expect(wrong).toMatchObject({ ok: false, refusal: { where: 'organs.SpinalCord.alphaBetaGy', found: '-1' } });
    const absent = await engine.evaluate({ ...caseFile, structures: 'thorax/none.dcm' }, '', AS_IT_IS, quiet);
    expect(absent).toMatchObject({ ok: false, refusal: { found: 'no such file among those that were opened' } });
    expect((await engine.evaluate(caseFile, '', AS_IT_IS, quiet)).ok).toBe(true);
  });

  it('reports what it evaluated', async () => {
    await evaluated(engine, caseFile);
    expect(await engine.report('html')).toContain('SpinalCord');
    expect(await engine.report('csv')).toContain('SpinalCord');
    expect(Object.keys(await engine.inputHashes())).toContain('thorax/planned/RD.dcm');
  });

  it('reading is cancelled between files and leaves what was open', async () => {
    const other = new Engine();
    await other.open(hostFiles('small'), quiet);
    const running = other.open(hostFiles('thorax'), ({ done }) => done === 0 && other.cancel());
    await expect(running).rejects.toThrow('cancelled');
    expect(
      (await other.evaluate(withOpenFields((await other.open(hostFiles('small'), quiet)).proposal)!, '', AS_IT_IS, quiet)).ok,
    ).toBe(true);
  });

  it('a folder without any DICOM is a sentence', async () => {
    const picture = hostFile('photos/a.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
    await expect(new Engine().open([picture], quiet)).rejects.toThrow(/no readable DICOM among 1 file/);
  });
});
