import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { verdictSentence } from '../../src/cli/verdict-text';
import { type Assessment, missingOrgans } from '../../src/evaluation/assessment';
import { csvReport } from '../../src/report/csv-report';
import { htmlReport } from '../../src/report/html-report';
import { type Cylinder, doseFile, loaded, structureFile, twoCourses } from '../case/written-case';
import { contour } from '../dicom/samples';

const body = (name: string, x = 0): Cylinder => ({ name, x, y: 0, radiusMm: 4, fromMm: -9, toMm: 9 });
const WORD = { by: 'Dr X', on: '2026-01-05', why: 'resected' };
const GOAL = { source: 'test', mandatory: true };
const CORD_GOAL = { ...GOAL, organ: 'SpinalCord', goal: 'Dmax <= 57 Gy' };

/** 10 Gy in all bodies, and a field far below them that is as hot as fields are. */
const given = (_x: number, _y: number, z: number) => (z < -30 ? 20 : 10);

async function made(
  names: readonly string[],
  more: object = {},
  edit: (bodies: Cylinder[]) => object = () => ({}),
  then?: Uint8Array,
) {
  const bodies = names.map((name, n) => body(name, 10 * n - 20));
  const { caseFile, files } = twoCourses(bodies, given, given);
  // 41 nodes 3 mm apart reach all of the bodies; fewer will do, and are read faster.
  const small = { origin: [-45, -45, -45], spacingMm: 10, size: [10, 10, 10] } as const;
  files['plan/RD.dcm'] = doseFile(given, small);
  files['prior/RD.dcm'] = doseFile(given, { ...small, planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' });
  files['plan/RS.dcm'] = structureFile(bodies, edit(bodies) as Parameters<typeof structureFile>[1]);
  if (then) {
    files['prior/RS.dcm'] = then;
    caseFile.courses[0].structures = 'prior/RS.dcm';
  }
  return assess(await loaded({ ...caseFile, robustness: false, ...more }, files));
}
const entry = (result: Assessment, organ: string) => missingOrgans(result.organs).find((each) => each.organ === organ);
const ofOrgan = (result: Assessment, organ: string) =>
  entry(result, organ)?.goals.map(({ goal, verdict, mandatory, code }) => [goal, verdict, mandatory, code]);

describe('organsWithoutRegion', () => {
  it('has a required organ that is not contoured with its goals, counted, and names it on every surface', async () => {
    const result = await made(['SpinalCord', 'Lung_L', 'Lung_R', 'myelon_x']);
    expect(ofOrgan(result, 'Esophagus')).toEqual([
      ['Dmax < 100 Gy', 'not evaluable', true, 'organ-not-contoured'],
      ['V60Gy < 40 %', 'not evaluable', true, 'organ-not-contoured'],
    ]);
    expect(entry(result, 'Esophagus')).toMatchObject({
      roi: null,
      required: true,
      metrics: {},
      facts: { organs: ['Esophagus'], unmatched: ['myelon_x'] },
    });
    expect(result.overall).toMatchObject({ mandatoryExceeded: 0, mandatoryNotEvaluable: 2, mandatoryMet: 2 });
    expect(result.findings.find(({ code }) => code === 'required-organ-missing')).toMatchObject({
      severity: 'error',
      facts: { organ: 'Esophagus', how: 'not contoured', unmatched: ['myelon_x'] },
    });
    expect(verdictSentence(result)).toBe(
      'No mandatory goal is seen to be exceeded, but 2 mandatory goals could not be evaluated: Esophagus. Missing: Esophagus (not contoured under a name that is recognised).',
    );
    const page = htmlReport(result, { createdAt: new Date(0) });
    const [verdict] = page.split('</section>');
    expect(verdict).toContain('cannot be judged; missing: Esophagus (not contoured under a name that is recognised)');
    expect(verdict).toContain('counted nowhere: spinal canal, ');
    const rows = csvReport(result).split('\r\n');
    expect(rows[1]).toMatch(/^organ,.*,Esophagus,.*not evaluable.*yes/);
  });

  it('lists what the sets ask for and is not contoured, one row for the organs of one limit, uncounted', async () => {
    const result = await made(['SpinalCord', 'Lungs', 'Esophagus', 'GreatVes', 'BrachialPlex_L']);
    expect(missingOrgans(result.organs).map(({ organ, goals }) => [organ, goals.length])).toEqual([
      ['SpinalCanal', 1],
      ['Esophagus-PTV', 1],
      ['Heart', 1],
      ['Trachea', 1],
      // Of a pair that is drawn on one side, the other side.
      ['BrachialPlex_R', 1],
    ]);
    expect(missingOrgans(result.organs).every(({ goals }) => goals.every(({ mandatory }) => !mandatory))).toBe(true);
    expect(entry(result, 'Trachea')?.reason).toMatch(/^Not contoured: any of Trachea, Carina, Bronchus/);
    expect(result.overall.mandatoryNotEvaluable).toBe(0);
  });

  it('takes what the patient does not have out of the count and shows who says so', async () => {
    const result = await made(['SpinalCord', 'Lungs'], { absent: { Oesophagus: WORD } });
    expect(ofOrgan(result, 'Esophagus')).toEqual([
      ['Dmax < 100 Gy', 'not applicable', false, 'organ-said-absent'],
      ['V60Gy < 40 %', 'not applicable', false, 'organ-said-absent'],
    ]);
    expect(entry(result, 'Esophagus')).toMatchObject({ required: false, absent: WORD });
    expect(result.overall.mandatoryNotEvaluable).toBe(0);
    expect(htmlReport(result, { createdAt: new Date(0) })).toContain('Esophagus (resected; Dr X, 2026-01-05)');
    expect(verdictSentence(result)).toBe('No mandatory goal exceeded.');
  });

  it('asks about an organ that is said to be absent and is drawn, and evaluates it once that is answered', async () => {
    const names = ['SpinalCord', 'Lungs', 'Esophagus'];
    const open = await made(names, { absent: { Esophagus: WORD } });
    const finding = open.findings.find(({ code }) => code === 'absent-organ-drawn')!;
    expect(finding).toMatchObject({
      severity: 'error',
      answerable: true,
      file: 'plan/RS.dcm',
      roi: 'Esophagus',
      facts: { organ: 'Esophagus', rois: ['Esophagus'] },
    });
    expect(open.overall).toMatchObject({ mandatoryMet: 2, mandatoryNotEvaluable: 2 });
    const { code, sha256, roi } = finding;
    const answers = [{ code, sha256, roi, ...WORD }];
    const answered = await made(names, { absent: { Esophagus: WORD }, answers });
    expect(answered.overall).toMatchObject({ mandatoryMet: 4, mandatoryNotEvaluable: 0 });
  });

  it('has the goals of an absent organ as not evaluable while a margin around it is drawn', async () => {
    const names = ['SpinalCord_PRV05', 'Lungs', 'Esophagus'];
    const open = await made(names, { absent: { SpinalCord: WORD } });
    expect(ofOrgan(open, 'SpinalCord')).toEqual([['Dmax < 57 Gy', 'not evaluable', true, 'question-open']]);
    expect(open.overall.mandatoryNotEvaluable).toBe(1);
    const finding = open.findings.find(({ code }) => code === 'absent-organ-drawn')!;
    expect(finding).toMatchObject({ roi: 'SpinalCord_PRV05', facts: { organ: 'SpinalCord' } });
    expect(verdictSentence(open)).toContain('Missing: SpinalCord (said to be absent, and drawn).');
    const { code, sha256, roi } = finding;
    const answered = await made(names, { absent: { SpinalCord: WORD }, answers: [{ code, sha256, roi, ...WORD }] });
    expect(ofOrgan(answered, 'SpinalCord')).toEqual([['Dmax < 57 Gy', 'not applicable', false, 'organ-said-absent']]);
  });

  it('asks about an absent organ that is drawn in the structures of a prior course, and of its side', async () => {
    const then = (names: readonly string[]) =>
      structureFile(
        names.map((name, n) => body(name, 10 * n - 20)),
        { SOPInstanceUID: '1.2.3.41' },
      );
    const open = await made(['SpinalCord', 'Lungs'], { absent: { Esophagus: WORD } }, undefined, then(['Esophagus']));
    expect(ofOrgan(open, 'Esophagus')?.map(([, verdict, mandatory]) => [verdict, mandatory])).toEqual([
      ['not evaluable', true],
      ['not evaluable', true],
    ]);
    const finding = open.findings.find(({ code }) => code === 'absent-organ-drawn')!;
    expect(finding).toMatchObject({ file: 'prior/RS.dcm', roi: 'Esophagus', facts: { course: 'first' } });
    // The cord and the lungs have nothing to do with it.
    expect(open.overall).toMatchObject({ mandatoryMet: 2, mandatoryNotEvaluable: 2 });
    const { code, sha256, roi } = finding;
    const answers = [{ code, sha256, roi, ...WORD }];
    const answered = await made(
      ['SpinalCord', 'Lungs'],
      { absent: { Esophagus: WORD }, answers },
      undefined,
      then(['Esophagus']),
    );
    expect(answered.overall.mandatoryNotEvaluable).toBe(0);
    const side = await made(['SpinalCord', 'Esophagus', 'Lung_R'], { absent: { Lung_L: WORD } }, undefined, then(['Lung_L']));
    const lungs = side.organs.find(({ roi: name }) => name === 'Lungs')!;
    expect(lungs.goals.every(({ verdict, code: why }) => verdict === 'not evaluable' && why === 'question-open')).toBe(true);
  });

  it('counts an organ that a prior course is drawn with and the planned anatomy is not, and warns of unknown names', async () => {
    const all = ['SpinalCord', 'Lungs', 'Esophagus'];
    const then = structureFile([body('Heart', 10), body('Trachea', 20)], { SOPInstanceUID: '1.2.3.41' });
    const result = await made([...all, 'cor_x'], {}, undefined, then);
    expect(ofOrgan(result, 'Heart')).toEqual([['V40Gy < 50 %', 'not evaluable', true, 'organ-not-contoured']]);
    expect(ofOrgan(result, 'Trachea')?.map(([, verdict, mandatory]) => [verdict, mandatory])).toEqual([['not evaluable', true]]);
    expect(result.overall).toMatchObject({ mandatoryMet: 4, mandatoryNotEvaluable: 2 });
    expect(result.findings.find(({ code }) => code === 'roi-not-matched')?.severity).toBe('warning');
    expect(result.findings.filter(({ code }) => code === 'organ-drawn-then-alone').map(({ facts }) => facts)).toEqual(
      expect.arrayContaining([{ organ: 'Heart', courses: ['first'], unmatched: ['cor_x'] }]),
    );
    expect(verdictSentence(result)).toContain('2 mandatory goals could not be evaluated');
    // Where today's anatomy has them too, an unknown name is a note.
    const whole = await made([...all, 'Heart', 'Trachea', 'cor_x'], {}, undefined, then);
    expect(whole.overall.mandatoryNotEvaluable).toBe(0);
    expect(whole.findings.find(({ code }) => code === 'roi-not-matched')?.severity).toBe('info');
  });

  it('makes the lungs of the one that is left', async () => {
    const alone = await made(['SpinalCord', 'Esophagus', 'Lung_R']);
    expect(entry(alone, 'Lungs')).toMatchObject({
      code: 'organ-side-missing',
      facts: { drawn: ['Lung_R'], missing: ['Lung_L'] },
    });
    expect(alone.overall.mandatoryNotEvaluable).toBe(1);
    const said = await made(['SpinalCord', 'Esophagus', 'Lung_R'], { absent: { Lung_L: WORD } });
    expect(said.organs.find(({ roi }) => roi === 'Lungs')).toMatchObject({ derivedFrom: 'Lung_R' });
    expect(said.overall.mandatoryNotEvaluable).toBe(0);
    // The side that is missing is shown though no goal asks for it.
    expect(entry(said, 'Lung_L')).toMatchObject({ absent: WORD, goals: [] });
  });

  it('does not make lungs of sides of which one could be several ROIs', async () => {
    const result = await made(['SpinalCord', 'Esophagus', 'Lung_L', 'Lung_R', 'Lung_R']);
    expect(entry(result, 'Lungs')).toMatchObject({
      code: 'organ-ambiguous-parts',
      facts: { rois: ['Lung_L', 'Lung_R#4', 'Lung_R#5'] },
      required: true,
    });
    expect(result.overall.mandatoryNotEvaluable).toBe(1);
  });

  it('takes neither the spinal canal nor an unknown name for the cord', async () => {
    const result = await made(['SpinalCanal', 'Cord_2', 'Lungs', 'Esophagus']);
    expect(ofOrgan(result, 'SpinalCord')).toEqual([['Dmax < 57 Gy', 'not evaluable', true, 'organ-not-contoured']]);
    expect(entry(result, 'SpinalCord')?.facts).toEqual({ organs: ['SpinalCord'], unmatched: ['Cord_2'] });
    const told = await made(['SpinalCanal', 'Cord_2', 'Lungs', 'Esophagus'], { organs: { Cord_2: { organ: 'SpinalCord' } } });
    expect(entry(told, 'SpinalCord')).toBeUndefined();
  });

  it('adds the organs of `required`, which sides make up', async () => {
    const names = ['SpinalCord', 'Lungs', 'Esophagus', 'BrachialPlex_R'];
    const required = { required: ['BrachialPlex', 'heart'] };
    const result = await made(names, required);
    expect(ofOrgan(result, 'BrachialPlex')).toEqual([['Dmax < 85 Gy', 'not evaluable', true, 'organ-side-missing']]);
    expect(ofOrgan(result, 'Heart')).toEqual([['V40Gy < 50 %', 'not evaluable', true, 'organ-not-contoured']]);
    expect(result.overall.mandatoryNotEvaluable).toBe(2);
    const both = await made([...names, 'BrachialPlex_L'], required);
    expect(entry(both, 'BrachialPlex')).toBeUndefined();
    const absent = await made(names, { ...required, absent: { BrachialPlex_L: WORD } });
    expect(entry(absent, 'BrachialPlex')).toBeUndefined();
  });

  it('says that a required organ is missing where no goal is about it', async () => {
    const result = await made(['Lungs', 'Esophagus'], { constraints: [{ ...GOAL, organ: 'Lungs', goal: 'Dmean <= 60 Gy' }] });
    expect(entry(result, 'SpinalCord')).toMatchObject({ required: true, goals: [] });
    expect(result.overall).toMatchObject({ mandatoryMet: 1, mandatoryNotEvaluable: 0 });
    expect(verdictSentence(result)).toBe(
      'No mandatory goal exceeded. Missing: SpinalCord (not contoured). Not judged, for no mandatory goal that applies is asked of it: SpinalCord, Esophagus.',
    );
  });

  it('counts an organ without a number, or with contours that bound no volume, also where it is not required', async () => {
    const open = (bodies: readonly Cylinder[]) => ({
      ROIContourSequence: bodies.map(({ name, x }, n) => ({
        ReferencedROINumber: n + 1,
        ContourSequence: [0, 2].map((z) =>
          contour([x, 0, z, x + 4, 0, z, x, 4, z], {
            ContourGeometricType: name === 'Heart' || name === 'SpinalCord' ? 'OPEN_PLANAR' : 'CLOSED_PLANAR',
          }),
        ),
      })),
    });
    const result = await made(['SpinalCord', 'Lungs', 'Esophagus', 'Heart'], {}, open);
    expect(ofOrgan(result, 'SpinalCord')).toEqual([['Dmax < 57 Gy', 'not evaluable', true, 'organ-without-volume']]);
    expect(ofOrgan(result, 'Heart')).toEqual([['V40Gy < 50 %', 'not evaluable', true, 'organ-without-volume']]);
    const unnumbered = await made(['Lungs', 'Esophagus', 'SpinalCord'], {}, (bodies) => ({
      StructureSetROISequence: bodies.map(({ name }, n) => ({
        ...(name !== 'SpinalCord' && { ROINumber: n + 1 }),
        ReferencedFrameOfReferenceUID: '1.2.3.50',
        ROIName: name,
      })),
    }));
    expect(ofOrgan(unnumbered, 'SpinalCord')).toEqual([['Dmax < 57 Gy', 'not evaluable', true, 'organ-without-number']]);
  });

  it('asks about ROIs of another frame of reference, and has their organs as not evaluable', async () => {
    const apart = (bodies: readonly Cylinder[]) => ({
      StructureSetROISequence: bodies.map(({ name }, n) => ({
        ROINumber: n + 1,
        ReferencedFrameOfReferenceUID: name === 'SpinalCord' || name === 'Heart' ? '1.2.3.99' : '1.2.3.50',
        ROIName: name,
      })),
    });
    const names = ['SpinalCord', 'Lungs', 'Esophagus', 'PTV', 'Heart'];
    const asked = await made(names, {}, apart);
    const finding = asked.findings.find(({ code }) => code === 'roi-in-another-frame')!;
    expect(finding).toMatchObject({ severity: 'error', answerable: true, facts: { rois: ['SpinalCord', 'Heart'] } });
    expect(ofOrgan(asked, 'SpinalCord')).toEqual([['Dmax < 57 Gy', 'not evaluable', true, 'organ-in-another-frame']]);
    expect(ofOrgan(asked, 'Heart')).toEqual([['V40Gy < 50 %', 'not evaluable', true, 'organ-in-another-frame']]);
    expect(asked.overall.mandatoryMet).toBe(0);
    const { why, ...who } = WORD;
    const answers = [{ code: finding.code, sha256: finding.sha256, ...who, why }];
    const answered = await made(names, { answers }, apart);
    // The cord is required whatever is answered; a heart that is left out by a person's word counts like one not drawn.
    expect(ofOrgan(answered, 'SpinalCord')?.[0][2]).toBe(true);
    expect(ofOrgan(answered, 'Heart')?.[0][2]).toBe(false);
    expect(answered.overall.mandatoryNotEvaluable).toBe(1);
  });

  it('leaves out of the count goals whose source is about other cases', async () => {
    const result = await made(['Lungs', 'Esophagus'], { constraints: ['hytec-cord'] });
    // 20 planned fractions; the source is about courses of at most 5.
    expect(ofOrgan(result, 'SpinalCord')?.map(([goal, verdict, mandatory]) => [goal, verdict, mandatory])).toEqual([
      ['Dmax <= 70 Gy', 'not applicable', true],
      ['Dmax <= 25 Gy', 'not applicable', true],
      ['planned:Dmax / cumulative:Dmax <= 0.5', 'not applicable', true],
    ]);
    expect(result.overall.mandatoryNotEvaluable).toBe(0);
  });

  it('tells a goal on a drawn ROI that nothing is known of', async () => {
    const result = await made(['SpinalCord', 'Lungs', 'Esophagus', 'Ring'], {
      constraints: [CORD_GOAL, { ...GOAL, organ: 'Ring', goal: 'Dmax <= 20 Gy' }],
    });
    expect(ofOrgan(result, 'Ring')).toEqual([['Dmax <= 20 Gy', 'not evaluable', true, 'roi-not-evaluated']]);
  });
});
