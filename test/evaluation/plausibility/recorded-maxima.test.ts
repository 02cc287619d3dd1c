import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, loaded, PRIOR, structureFile, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const ESOPHAGUS: Cylinder = { name: 'Esophagus', x: 0, y: -5, radiusMm: 8, fromMm: -29, toMm: 29 };
const PTV: Cylinder = { name: 'PTV', x: 0, y: -5, radiusMm: 14, fromMm: -19, toMm: 19 };
const goal = (organ: string) => ({
  organ,
  goal: 'Dmax <= 90 Gy',
  quantity: 'eqd2',
  scope: 'cumulative',
  mandatory: true,
  source: 'test',
});

interface Recorded {
  readonly organs: Record<string, number>;
  readonly targets?: readonly { roi: string; doseGy: number }[];
  readonly totalDoseGy?: number;
  /** The course's own contours; drawn on the anatomy's where there are none. */
  readonly own?: readonly Cylinder[];
  readonly now?: readonly Cylinder[];
  readonly more?: object;
  /** Of the planned course. */
  readonly planned?: object;
}

async function made({ organs, targets, totalDoseGy, own, now = [CORD, ESOPHAGUS, PTV], more, planned }: Recorded) {
  const { caseFile, files } = twoCourses(
    [...now],
    () => 30,
    () => 20,
  );
  if (own) files['prior/RS.dcm'] = structureFile(own, { SOPInstanceUID: '1.2.3.41' }, PRIOR);
  const organDoses = Object.fromEntries(Object.entries(organs).map(([organ, Dmax]) => [organ, { Dmax }]));
  const courses = [
    {
      ...caseFile.courses[0],
      phases: [{ fractions: 28, organDoses, ...(totalDoseGy && { totalDoseGy }) }],
      ...(targets && { targets }),
      ...(own && { structures: 'prior/RS.dcm' }),
    },
    { ...caseFile.courses[1], ...planned },
  ];
  const constraints = [goal('SpinalCord'), goal('Esophagus')];
  return assess(await loaded({ ...caseFile, courses, robustness: false, constraints, ...more }, files));
}
type Made = Awaited<ReturnType<typeof made>>;
const found = ({ findings }: Made) => findings.filter(({ code }) => code === 'record-below-prescription');
const TARGETS = [{ roi: 'PTV', doseGy: 50.4 }];

describe('a record of maxima beside what was prescribed to a target', () => {
  it('that gives 1 Gy to the oesophagus in a target of 50.4 Gy asks, and is judged once somebody answers', async () => {
    const given = { organs: { Esophagus: 1, SpinalCord: 1 }, targets: TARGETS, own: [CORD, ESOPHAGUS, PTV] };
    const open = await made(given);
    const [{ facts, ...said }] = found(open);
    expect(said).toMatchObject({ severity: 'error', answerable: true, course: 'first' });
    // The cylinder of 8 mm lies within that of 14 mm on 40 of its 60 mm: pi r^2 h.
    const { low } = facts as { low: readonly { overlapCc: number }[] };
    expect(low).toMatchObject([{ organ: 'Esophagus', recordedGy: 1, target: 'PTV', prescribedGy: 50.4 }]);
    expect(low[0].overlapCc).toBeCloseTo((Math.PI * 64 * 40) / 1000, 1);
    expect(open.organs.find(({ organ }) => organ === 'Esophagus')!.goals[0]).toMatchObject({ code: 'question-open' });
    const answers = [{ code: 'record-below-prescription', course: 'first', by: 'A', on: '2026-01-05', why: 'shielded' }];
    const answered = await made({ ...given, more: { answers } });
    expect(found(answered)).toMatchObject([{ severity: 'warning', answered: { by: 'A' } }]);
    expect(answered.organs.find(({ organ }) => organ === 'Esophagus')!.goals[0].code).not.toBe('question-open');
  });

  it('is looked at on the anatomy where the course has no contours of its own, and by the total dose without targets', async () => {
    expect(found(await made({ organs: { Esophagus: 1 }, targets: TARGETS }))).toHaveLength(1);
    const planned = { targets: TARGETS };
    expect(found(await made({ organs: { Esophagus: 1 }, targets: TARGETS, planned }))).toEqual([]);
    const own = [CORD, ESOPHAGUS, PTV];
    expect(found(await made({ organs: { Esophagus: 1 }, totalDoseGy: 50.4, own }))).toHaveLength(1);
    expect(found(await made({ organs: { Esophagus: 1 }, totalDoseGy: 50.4, own: [...own, { ...PTV, name: 'PTV2' }] }))).toEqual(
      [],
    );
  });

  it('is not asked about where it agrees, beside the target, or where nothing is drawn', async () => {
    const own = [CORD, ESOPHAGUS, PTV];
    expect(found(await made({ organs: { Esophagus: 52, SpinalCord: 1 }, targets: TARGETS, own }))).toEqual([]);
    expect(found(await made({ organs: { Esophagus: 25.2 }, targets: TARGETS, own }))).toHaveLength(1);
    expect(found(await made({ organs: { Esophagus: 26 }, targets: TARGETS, own }))).toEqual([]);
    expect(found(await made({ organs: { Esophagus: 1 }, targets: TARGETS, own: [CORD, ESOPHAGUS] }))).toEqual([]);
  });

  it('says nothing of a frame of reference of a dose that is not there', async () => {
    const result = await made({ organs: { Esophagus: 52 }, targets: TARGETS, own: [CORD, ESOPHAGUS, PTV] });
    expect(result.findings.map(({ code }) => code)).not.toContain('own-structures-unused');
  });
});
