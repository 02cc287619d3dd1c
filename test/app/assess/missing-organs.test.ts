import { describe, expect, it } from 'vitest';
import { asideOrgans, contoured, missingOrgans } from '../../../src/app/assess/missing-organs';
import { organRows, roiOf } from '../../../src/app/assess/organ-rows';
import { stops, summary } from '../../../src/app/assess/stops';
import type { OrganResult } from '../../../src/evaluation/assessment';
import { cord, trachea } from '../../report/fixture-organs';
import { goal } from '../../report/fixture-parts';
import { assessmentOf } from '../../report/variants';

/* An organ that is not there is no organ that is clean. */

const without = (organ: string, goals: OrganResult['goals'], more: object = {}) =>
  ({ ...trachea, roi: null, organ, metrics: {}, goals, ...more }) as unknown as OrganResult;
const open = (mandatory: boolean) => ({ ...goal('Dmax < 57 Gy', null, 'not evaluable'), mandatory });
const WORD = { by: 'A', on: '2026-11-27', why: 'resected' };

const lungs = without('Lungs', [open(true)]);
const plexus = without('BrachialPlex', [open(false)]);
const bare = without('Esophagus', [], { required: true });

describe('organs without a region', () => {
  it('are required where a mandatory goal of theirs cannot be judged, or where the result says so', () => {
    const { required, others } = missingOrgans(assessmentOf([cord, plexus, lungs, bare]));
    expect(required.map(({ organ }) => organ)).toEqual(['Lungs', 'Esophagus']);
    expect(others.map(({ organ }) => organ)).toEqual(['BrachialPlex']);
  });

  it('are none of these where the patient does not have them', () => {
    const said = without('Lungs', [{ ...open(false), verdict: 'not applicable' }]);
    expect(missingOrgans(assessmentOf([said]))).toEqual({ required: [], others: [] });
    expect(missingOrgans(assessmentOf([lungs]), { Lungs: WORD })).toEqual({ required: [], others: [] });
    // A name that every object seems to have is no organ that was said to be absent.
    const named = without('constructor', [open(true)]);
    expect(missingOrgans(assessmentOf([named]), { Lungs: WORD }).required).toHaveLength(1);
  });

  it('are named where none of their limits is for a case like this one', () => {
    const aside = { ...open(false), verdict: 'not applicable' as const };
    const sac = without('ThecalSac', [aside, aside]);
    const half = without('Stomach', [aside, open(false)]);
    const all = assessmentOf([cord, sac, half, plexus, bare, { ...trachea, goals: [aside] }]);
    expect(asideOrgans(all).map(({ organ }) => organ)).toEqual(['ThecalSac']);
    // Each organ without a region is in one of the lists.
    const { required, others } = missingOrgans(all);
    expect([...required, ...others].map(({ organ }) => organ)).toEqual(['Esophagus', 'Stomach', 'BrachialPlex']);
    expect(asideOrgans(all, { ThecalSac: WORD })).toEqual([]);
    expect(asideOrgans(assessmentOf([without('ThecalSac', [aside], { absent: WORD })]))).toEqual([]);
  });

  it('stand above all others in the table, can be opened and not be chosen', () => {
    const rows = organRows(assessmentOf([cord, lungs, plexus]));
    expect(rows.map((row) => [row.kind, row.organ.organ])).toEqual([
      ['missing', 'Lungs'],
      ['organ', 'SpinalCord'],
    ]);
    expect(rows[0].subRows.map(({ place }) => place)).toEqual([undefined]);
    expect(rows.map(roiOf)).toEqual([undefined, 'SpinalCord']);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  it('have no doses, places or curves that could be asked for', () => {
    expect(contoured(assessmentOf([lungs, cord]).organs).map(({ roi }) => roi)).toEqual(['SpinalCord']);
    expect(stops(assessmentOf([lungs])).map(({ organ }) => organ.organ)).toEqual([]);
  });

  it('keep the verdict open', () => {
    const held = { ...cord, goals: [goal('Dmax < 57 Gy', 20, 'met')] };
    expect(summary(assessmentOf([held, lungs]))).toMatchObject({ verdict: 'not evaluable', open: 1, met: 1 });
  });
});

describe('two regions of one name', () => {
  it('are two rows, each with its own number', () => {
    const rows = organRows(
      assessmentOf([
        { ...cord, roi: 'SpinalCord#3' },
        { ...cord, roi: 'SpinalCord#4' },
      ]),
    );
    expect(rows.map(roiOf)).toEqual(['SpinalCord#3', 'SpinalCord#4']);
    expect(rows.flatMap(({ subRows }) => subRows.map(({ place }) => place?.roi).slice(0, 1))).toEqual([
      'SpinalCord#3',
      'SpinalCord#4',
    ]);
  });
});
