import { describe, expect, it } from 'vitest';
import { verdictText } from '../../../src/cli/verdict-text';
import reirradiationThorax from '../../../src/constraints/tables/reirradiation-thorax.json';
import { restsOnLines, restsOnMore } from '../../../src/figures/rests-on';
import { verdictSection } from '../../../src/report/verdict-section';
import { eqd2Gy } from '../../case/written-case';
import { textsOf } from '../../report/read-back';
import { assessed, CORD, found, PTV, sumGy } from './own-case';

/* Doses are the same everywhere: closed forms, to 2 digits, for doses are stored in single precision. */

const CODE = 'goal-alpha-beta-own';
const at = (alphaBetaGy: number, goal = 'Dmax <= 100 Gy') => ({ organ: 'SpinalCord', goal, alphaBetaGy });
const ownTable = (defaults: Record<string, unknown>) => ({
  'own.json': { ...reirradiationThorax, defaults: { ...reirradiationThorax.defaults, ...defaults } },
});
const bedGy = (alphaBetaGy: number) => 40 * (1 + 8 / alphaBetaGy) + 45 * (1 + 1.5 / alphaBetaGy);

describe('an alpha/beta that a goal of the case has', () => {
  it('is told with the table’s, and what the goal comes to with that', async () => {
    const [finding, ...more] = found(await assessed([at(20)]), CODE);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', roi: 'SpinalCord', facts: { roi: 'SpinalCord' } });
    const [goal] = finding.facts.goals;
    expect(goal).toMatchObject({ goal: 'Dmax <= 100 Gy', ownGy: 20, otherGy: 2, verdict: 'met' });
    expect(goal.value).toBeCloseTo(sumGy(20), 2);
    expect(goal.otherwise.verdict).toBe('exceeded');
    expect(goal.otherwise.value).toBeCloseTo(sumGy(2), 2);
  });

  it('stands on page one of the report and in the terminal, and takes the calm out of a met verdict', async () => {
    const result = await assessed([at(20)], { bodies: [CORD] });
    const line =
      "SpinalCord: goals of the case, or of its own table, are tested with an α/β of their own. Dmax <= 100 Gy (α/β 20 Gy): met, 94.9 Gy; with the table's 2 Gy: exceeded, 139.4 Gy.";
    expect(restsOnLines(result)).toContain(line);
    expect(textsOf(verdictSection(result).text, 'p', 'missing')).toContain(line);
    expect(verdictText(result, []).split('\n')).toContain(line);
    expect(restsOnMore(result)).toBe(true);
  });

  it('of a goal on BED is compared in BED', async () => {
    const result = await assessed([{ ...at(20, 'Dmax <= 120 Gy'), quantity: 'bed' }]);
    const [goal] = found(result, CODE)[0].facts.goals;
    expect(goal).toMatchObject({ quantity: 'bed', verdict: 'met', otherwise: { verdict: 'exceeded' } });
    expect(goal.value).toBeCloseTo(bedGy(20), 2);
    expect(goal.otherwise.value).toBeCloseTo(bedGy(2), 2);
    expect(found(result, CODE)[0].message).toContain('Dmax <= 120 Gy (BED, α/β 20 Gy): met, ');
  });

  it('that makes the goal stricter is told, and rests nothing on it', async () => {
    const result = await assessed([at(1, 'Dmax <= 200 Gy')], { bodies: [CORD] });
    expect(found(result, CODE)[0].facts.goals[0]).toMatchObject({ verdict: 'met', otherwise: { verdict: 'met' } });
    expect(restsOnLines(result).filter((line) => line.includes('α/β 1 Gy'))).toEqual([]);
  });

  it('that turns nothing and makes the figure lower is named by the goal nearest to its limit', async () => {
    const result = await assessed([at(20, 'Dmax <= 200 Gy'), at(20, 'Dmax <= 150 Gy')]);
    const said = restsOnLines(result).filter((line) => line.includes('α/β 20 Gy'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('Dmax <= 150 Gy');
    expect(said[0]).not.toContain('200');
  });

  it('of an ROI that the table does not know stands against the one that the case sets for it', async () => {
    const bodies = [{ ...CORD, name: 'Lymphatics_x' }];
    const more = { organs: { Lymphatics_x: { alphaBetaGy: 3 } } };
    const [{ facts, message }] = found(await assessed([{ ...at(20), organ: 'Lymphatics_x' }], { bodies, more }), CODE);
    expect(facts).toMatchObject({ isOrgans: true, goals: [{ ownGy: 20, otherGy: 3 }] });
    expect(facts.goals[0].otherwise.value).toBeCloseTo(sumGy(3), 2);
    expect(message).toContain("with the organ's 3 Gy");
  });

  it('stands against the table’s where the case sets another for the organ too', async () => {
    const more = { organs: { SpinalCord: { alphaBetaGy: 5 } } };
    expect(found(await assessed([at(20)], { more }), CODE)[0].facts.goals[0]).toMatchObject({ ownGy: 20, otherGy: 2 });
  });

  it('of a target is milder where the figure is higher', async () => {
    const result = await assessed([{ organ: 'PTV', goal: 'D95% >= 110 Gy', alphaBetaGy: 2 }], { bodies: [PTV] });
    const [goal] = found(result, CODE)[0].facts.goals;
    expect(goal).toMatchObject({ ownGy: 2, otherGy: 10, verdict: 'met', otherwise: { verdict: 'exceeded' } });
    expect(goal.otherwise.value).toBeCloseTo(eqd2Gy(40, 5, 10) + eqd2Gy(45, 30, 10), 2);
  });

  it('is not told where it is the table’s, none, or that of a published set', async () => {
    const none = async (constraints: unknown) => found(await assessed(constraints), CODE);
    expect(await none([at(2)])).toEqual([]);
    expect(await none([{ organ: 'SpinalCord', goal: 'Dmax <= 70 Gy' }])).toEqual([]);
    expect(await none([{ organ: 'SpinalCord', goal: 'Dmax <= 70 Gy', quantity: 'physical', scope: 'planned' }])).toEqual([]);
    expect(await none(['umich-reirradiation', 'hytec-cord', 'nieder-cord'])).toEqual([]);
  });
});

describe('an alpha/beta that the case’s own table has', () => {
  it('as its default, is told of each organ that it changes, whatever the table is called', async () => {
    const files = ownTable({ alphaBetaGy: 20 });
    const esophagus = { ...CORD, name: 'Esophagus', y: -40 };
    const result = await assessed(['own.json'], { files, bodies: [CORD, esophagus] });
    const told = found(result, CODE).map(({ roi, facts: { goals } }) => [roi, goals.map(({ goal, otherGy }) => [goal, otherGy])]);
    // 94.9 Gy with 20, 105.0 Gy with the oesophagus's 3: above 100. All of it is above 60 Gy either way.
    expect(told).toEqual([
      ['SpinalCord', [['Dmax < 57 Gy', 2]]],
      ['Esophagus', [['Dmax < 100 Gy', 3]]],
    ]);
    const said = restsOnLines(result).join(' ');
    expect(said).toContain("Dmax < 100 Gy (α/β 20 Gy): met, 94.9 Gy; with the table's 3 Gy: exceeded,");
  });

  it('is not told where it is the organs’', async () => {
    expect(found(await assessed(['own.json'], { files: ownTable({ alphaBetaGy: 'organ' }) }), CODE)).toEqual([]);
  });
});
