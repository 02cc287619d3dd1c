import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { Session } from '../../src/assessment/session';
import type { CaseFile } from '../../src/case/case-file';
import type { Assessment } from '../../src/evaluation/assessment';
import { accessTo, type Cylinder, eqd2Gy, loaded, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const HEART: Cylinder = { name: 'Heart', x: -15, y: -20, radiusMm: 20, fromMm: -29, toMm: 29 };
const written = twoCourses(
  [CORD, HEART],
  () => 40,
  () => 45,
);
const GOALS: CaseFile['constraints'] = [{ organ: 'SpinalCord', goal: 'Dmax < 70 Gy' }];
const own = async (organs: CaseFile['organs'], goals: CaseFile['constraints'] = GOALS) =>
  assess(await loaded({ ...written.caseFile, constraints: goals, organs }, written.files));
const found = ({ findings }: Assessment) => findings.filter(({ code }) => code === 'own-alpha-beta');

describe('an alpha/beta of the case that is not the table’s', () => {
  it('is a warning that says what the verdict would be with the table’s', async () => {
    const result = await own({ SpinalCord: { alphaBetaGy: 0.5 } });
    const [finding, ...more] = found(result);
    expect(more).toEqual([]);
    const at2 = eqd2Gy(40, 28, 2) + eqd2Gy(45, 28, 2);
    expect(finding).toMatchObject({
      severity: 'warning',
      roi: 'SpinalCord',
      facts: { roi: 'SpinalCord', ownGy: 0.5, tableGy: 2, withTable: { verdict: 'exceeded', goal: 'Dmax < 70 Gy', limit: 70 } },
    });
    // Closed form at uniform dose; the engine holds doses as 32-bit floats.
    expect((finding.facts as { withTable: { value: number } }).withTable.value).toBeCloseTo(at2, 3);
    expect(result.overall).toMatchObject({ mandatoryMet: 1, mandatoryExceeded: 0 });
  });

  it('is told of an organ that no goal is asked of, without a verdict', async () => {
    const [finding] = found(await own({ Heart: { alphaBetaGy: 10 } }));
    expect(finding.facts).toEqual({ roi: 'Heart', ownGy: 10, tableGy: 3 });
  });

  it('is not told where it is the table’s, or where none is set', async () => {
    expect(found(await own({ SpinalCord: { alphaBetaGy: 2 }, Heart: { recovery: 0.1 } }))).toEqual([]);
  });

  it('says nothing of a goal that has its own', async () => {
    const goals = [{ organ: 'SpinalCord', goal: 'Dmax < 70 Gy', alphaBetaGy: 3 }];
    expect(found(await own({ SpinalCord: { alphaBetaGy: 0.5 } }, goals))[0].facts).not.toHaveProperty('withTable');
  });

  it('is not the case’s any more while another is tried', async () => {
    const session = new Session(accessTo(written.files));
    const caseFile = { ...written.caseFile, constraints: GOALS, organs: { SpinalCord: { alphaBetaGy: 0.5 } } };
    const read = await session.read(JSON.stringify(caseFile), 'case.json');
    const codes = (alphaBetaGy: number) =>
      found(session.ask(read, { plannedScale: 1, organs: { SpinalCord: { alphaBetaGy } } }).assessment).length;
    expect([codes(2), codes(0.5)]).toEqual([0, 1]);
  });
});
