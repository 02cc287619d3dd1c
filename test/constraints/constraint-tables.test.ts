import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../src/constraints/constraint';
import { CONSTRAINT_SET_NAMES, DEFAULT_CONSTRAINT_SET, loadConstraintSet } from '../../src/constraints/constraint-set';
import { ORGAN_NAMES } from '../../src/constraints/organ-name-table';

const AIRWAYS =
  'Trachea Carina Bronchus Bronchus_L Bronchus_R Bronchus_Main Bronchus_Main_L Bronchus_Main_R BronchialTree Trachea_Bronchus'.split(
    ' ',
  );
const VESSELS = 'A_Aorta GreatVes A_Pulmonary V_Pulmonary V_Venacava_S V_Venacava_I'.split(' ');
const PLEXUS = 'BrachialPlex BrachialPlex_L BrachialPlex_R'.split(' ');
const each = (organs: string[], rest: string) => organs.map((organ) => `${organ}: ${rest}`);

const recoveryName = ({ recovery }: Constraint) => (typeof recovery === 'object' ? recovery.name : String(recovery));
const conditions = ({ requires }: Constraint) =>
  Object.entries(requires ?? {})
    .map(([name, value]) => ` ${name} ${value}`)
    .join('');
/** organ: goal | quantity scope alpha/beta recovery mandatory evidence, and conditions. */
const line = (c: Constraint) =>
  `${c.organ}: ${c.goal.text} | ${c.quantity} ${c.scope} ${c.alphaBetaGy ?? '-'} ${recoveryName(c)} ${c.mandatory ? 'must' : 'may'} ${c.evidence}${conditions(c)}`;
const lines = (name: string) => loadConstraintSet(name).constraints.map(line);

describe('the constraint sets that come with the program', () => {
  it('are five, the ARS limits by default', () => {
    expect(CONSTRAINT_SET_NAMES).toEqual([
      'reirradiation-thorax',
      'umich-reirradiation',
      'hytec-cord',
      'nieder-cord',
      'single-course-esophagus',
    ]);
    expect(DEFAULT_CONSTRAINT_SET).toBe('reirradiation-thorax');
  });

  it.each(CONSTRAINT_SET_NAMES)('%s: every goal has its source and mark, organs are known, nothing is unsure', (name) => {
    const set = loadConstraintSet(name);
    expect(set.name).toBe(name);
    expect(set.opinionNote).toMatch(/\w+ \w+ \w+.*\.$/);
    const organs = new Set(ORGAN_NAMES.entries.map(({ organ }) => organ));
    for (const constraint of set.constraints) {
      expect(constraint.set).toBe(name);
      expect(constraint.source).toMatch(/(American Radium|University of Michigan|HyTEC|Nieder|NCCN|QUANTEC|CORSAIR)/);
      // Bibliographic: no number of a store, no address of one, and not what was read of it, which the mark says.
      expect(constraint.source).not.toMatch(/\[|\]|https?:|\.org|read as|works\//);
      expect(constraint.setTitle).toBe(set.title);
      expect(['seen', 'seen-2', 'known']).toContain(constraint.evidence);
      expect(organs).toContain(constraint.organ);
      if (constraint.quantity === 'physical') expect(constraint.alphaBetaGy).toBeUndefined();
      else expect(constraint.alphaBetaNote).toMatch(/(the organ's own is used|source's)/);
    }
  });

  it('is read once', () => {
    expect(loadConstraintSet('nieder-cord')).toBe(loadConstraintSet('nieder-cord'));
  });

  it('refuses another name and lists the sets', () => {
    expect(() => loadConstraintSet('toString')).toThrow(
      'constraints: found "toString"; needed one of reirradiation-thorax, umich-reirradiation, hytec-cord, nieder-cord, single-course-esophagus',
    );
  });

  it('reirradiation-thorax holds CLINICAL.md 3.2, with each organ’s own α/β, without recovery', () => {
    const rest = 'eqd2 cumulative organ none must';
    expect(lines('reirradiation-thorax')).toEqual([
      `SpinalCord: Dmax < 57 Gy | ${rest} seen`,
      'SpinalCanal: Dmax < 57 Gy | eqd2 cumulative organ none may seen',
      `Esophagus: Dmax < 100 Gy | ${rest} seen`,
      `Esophagus: V60Gy < 40 % | ${rest} seen`,
      'Esophagus-PTV: Dmax < 100 Gy | eqd2 cumulative organ none may seen',
      `Lungs: V20Gy < 40 % | ${rest} seen`,
      `Heart: V40Gy < 50 % | ${rest} seen`,
      ...each(VESSELS, `Dmax < 120 Gy | ${rest} seen`),
      ...each(AIRWAYS, `Dmax < 110 Gy | ${rest} seen`),
      ...each(PLEXUS, `Dmax < 85 Gy | ${rest} known`),
    ]);
  });

  it('umich-reirradiation holds CLINICAL.md 3.4, α/β 2.5, after its own recovery', () => {
    const serial = 'eqd2 cumulative 2.5 serial must seen-2';
    const small = 'eqd2 cumulative 2.5 stomach and small bowel must seen-2';
    expect(lines('umich-reirradiation')).toEqual([
      `SpinalCord: Dmax <= 50 Gy | ${serial}`,
      'SpinalCord: Dmax <= 55 Gy | eqd2 cumulative 2.5 serial may seen-2',
      'SpinalCanal: Dmax <= 50 Gy | eqd2 cumulative 2.5 serial may seen-2',
      `Esophagus: Dmax <= 70 Gy | ${serial}`,
      ...each(AIRWAYS, `Dmax <= 70 Gy | ${serial}`),
      `Heart: Dmax <= 70 Gy | ${serial}`,
      ...each(VESSELS, `Dmax <= 100 Gy | ${serial}`),
      ...each(PLEXUS, `Dmax <= 70 Gy | ${serial}`),
      `SacralPlex: Dmax <= 70 Gy | ${serial}`,
      `Brainstem: Dmax <= 64 Gy | ${serial}`,
      `CaudaEquina: Dmax <= 60 Gy | ${serial}`,
      `Stomach: Dmax <= 54 Gy | ${small}`,
      'Duodenum: Dmax <= 54 Gy | eqd2 cumulative 2.5 duodenum must seen-2',
      `Bowel_Small: Dmax <= 54 Gy | ${small}`,
      ...each(['Colon', 'Bowel_Large'], `Dmax <= 70 Gy | ${serial}`),
      `Rectum: Dmax <= 80 Gy | ${serial}`,
      `Bladder: Dmax <= 85 Gy | ${serial}`,
      'Kidneys: CV23Gy[cc] >= 200 cc | eqd2 cumulative 2.5 none must seen-2',
      ...each(['Lungs-GTV', 'Lungs-ITV'], 'CV16Gy[cc] >= 1000 cc | eqd2 cumulative 2.5 lung must seen-2'),
      'Liver: CV32Gy[cc] >= 700 cc | eqd2 cumulative 2.5 liver must seen-2',
      ...each(['OpticChiasm', 'OpticNrv_L', 'OpticNrv_R'], `Dmax <= 54 Gy | ${serial}`),
      ...each(['Retina_L', 'Retina_R'], `Dmax <= 50 Gy | ${serial}`),
      ...each(['Cochlea_L', 'Cochlea_R'], `Dmax <= 45 Gy | ${serial}`),
    ]);
  });

  it('hytec-cord holds the HyTEC row of CLINICAL.md 3.1, all of it for 1 to 5 fractions after 5 months', () => {
    const studied = ' intervalMonthsAtLeast 5 plannedFractionsAtLeast 1 plannedFractionsAtMost 5';
    const of = (organ: string, must: string) => [
      `${organ}: Dmax <= 70 Gy | eqd2 cumulative 2 none ${must} seen${studied}`,
      `${organ}: Dmax <= 25 Gy | eqd2 planned 2 none ${must} seen${studied}`,
      `${organ}: planned:Dmax / cumulative:Dmax <= 0.5 | eqd2 cumulative 2 none ${must} seen${studied}`,
    ];
    expect(lines('hytec-cord')).toEqual([...of('ThecalSac', 'must'), ...of('SpinalCanal', 'may'), ...of('SpinalCord', 'must')]);
  });

  it('nieder-cord holds the Nieder rows of CLINICAL.md 3.1, both under the same two conditions', () => {
    const of = (organ: string, must: string) => [
      `${organ}: Dmax <= 120 Gy | bed cumulative 2 none may seen intervalMonthsAtLeast 6 courseBedGyAtMost 98`,
      `${organ}: Dmax <= 135.5 Gy | bed cumulative 2 none ${must} seen intervalMonthsAtLeast 6 courseBedGyAtMost 98`,
    ];
    expect(lines('nieder-cord')).toEqual([...of('SpinalCord', 'must'), ...of('SpinalCanal', 'may')]);
  });

  it('single-course-esophagus holds CLINICAL.md 4, on the planned physical dose', () => {
    const studied = ' lowestLevelFractionGyAtLeast 1.8 lowestLevelFractionGyAtMost 2 highestLevelFractionGyAtMost 2.2';
    const nccn = (goal: string, must = 'must') => `${goal} | physical planned - none ${must} seen-2${studied}`;
    const quantec = (goal: string, evidence = 'seen-2') => `${goal} | physical planned - none may ${evidence}${studied}`;
    expect(lines('single-course-esophagus')).toEqual([
      nccn('SpinalCord: Dmax < 50 Gy'),
      nccn('SpinalCanal: Dmax < 50 Gy'),
      nccn('SpinalCord: Dmax < 45 Gy', 'may'),
      nccn('SpinalCanal: Dmax < 45 Gy', 'may'),
      nccn('Lungs: V40Gy <= 10 %'),
      nccn('Lungs: V30Gy <= 15 %'),
      nccn('Lungs: V20Gy <= 20 %'),
      nccn('Lungs: V10Gy <= 40 %'),
      nccn('Lungs: V5Gy <= 50 %'),
      nccn('Lungs: Dmean < 20 Gy'),
      nccn('Heart: V30Gy <= 30 %'),
      nccn('Heart: Dmean < 30 Gy'),
      // Of both sources, in one row.
      nccn('Heart: Dmean < 26 Gy', 'may'),
      nccn('Heart: V25Gy < 10 %', 'may'),
      nccn('Liver: V30Gy <= 33 %'),
      nccn('Liver: Dmean < 25 Gy'),
      nccn('Kidneys: V20Gy <= 33 %'),
      nccn('Kidneys: Dmean < 18 Gy'),
      quantec('SpinalCord: Dmax <= 50 Gy', 'known'),
      quantec('Lungs: V20Gy <= 30 %', 'known'),
      quantec('Lungs: Dmean <= 20 Gy', 'known'),
      quantec('Heart: V30Gy < 46 %'),
      quantec('Esophagus: Dmean < 34 Gy'),
      quantec('Esophagus: V35Gy < 50 %'),
      quantec('Esophagus: V50Gy < 40 %'),
      quantec('Esophagus: V70Gy < 20 %'),
      quantec('Liver: Dmean < 32 Gy'),
      quantec('Liver: Dmean < 30 Gy'),
      quantec('Kidneys: Dmean < 18 Gy'),
      quantec('Kidneys: Dmean < 15 Gy'),
      quantec('Kidneys: V12Gy < 55 %'),
      quantec('Kidneys: V20Gy < 32 %'),
      quantec('Kidneys: V23Gy < 30 %'),
      quantec('Kidneys: V28Gy < 20 %'),
      quantec('Stomach: D100% < 45 Gy', 'known'),
      ...each(PLEXUS, nccn('D0.1cc <= 66 Gy')),
      ...each(PLEXUS, nccn('D0.1cc <= 60 Gy', 'may')),
      nccn('A_Aorta: D1cc < 74 Gy', 'may'),
    ]);
  });
});
