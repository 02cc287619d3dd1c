import { describe, expect, it } from 'vitest';
import { goalParts, parseGoal } from '../../src/constraints/goal';
import type { Assessment } from '../../src/evaluation/assessment';
import { makeFinding } from '../../src/findings/finding';
import { makeReason } from '../../src/findings/reasons';
import { verdictSection } from '../../src/report/verdict-section';
import { fixture } from './fixture';
import { aorta, cord, esophagus, heart, lungs, trachea } from './fixture-organs';
import { goal as made } from './fixture-parts';
import { textsOf } from './read-back';
import { allMet, assessmentOf, many, notEvaluable, priorUnknown, report } from './variants';

const page = (assessment: Assessment) => verdictSection(assessment).text;
const headline = (assessment: Assessment) => textsOf(page(assessment), 'h2')[0];
const nothingJudged = (goals: number) => {
  const open = made('Dmax < 110 Gy', null, 'not evaluable');
  return assessmentOf([{ ...trachea, goals: Array.from({ length: goals }, () => open) }]);
};
const group = (assessment: Assessment, style: string) => textsOf(page(assessment), 'div', `group ${style}`)[0];

describe('the verdict', () => {
  it('comes first, with its shape and counts', () => {
    expect(headline(fixture)).toBe('■ 2 organs exceed a mandatory goal; 1 goal cannot be judged');
    expect(headline(allMet)).toBe('● No mandatory goal is exceeded (5 tested)');
    expect(headline(notEvaluable)).toBe('▲ No mandatory goal is seen to be exceeded, but 1 goal cannot be judged');
    expect(headline(assessmentOf([]))).toBe('▲ No mandatory goal was tested');
    expect(headline(nothingJudged(1))).toBe('▲ No mandatory goal could be judged: 1 is without a verdict');
    expect(headline(nothingJudged(2))).toBe('▲ No mandatory goal could be judged: 2 are without a verdict');
    expect(headline(assessmentOf([cord]))).toBe('■ 1 organ exceeds a mandatory goal');
    const source = report(fixture);
    expect(source.indexOf('class="verdict"')).toBeLessThan(source.indexOf('<table'));
  });

  it('lists the blocks and the organs worst first', () => {
    expect(textsOf(page(fixture), 'h3')).toEqual([
      'Exceeded',
      'Cannot be judged',
      'Exceeded, not mandatory',
      'Met, with the planned dose that each organ by itself would still allow as placed, tightest first',
      'What the verdict depends on',
    ]);
    const first = textsOf(report(fixture), 'tr', 'organ').slice(0, 7);
    const names = ['SpinalCord', '食管', '=SUM', 'Trachea', '大动脈', '<script>', 'BrachialPlex_L'];
    expect(first.map((each, n) => each.startsWith(names[n]))).toEqual(names.map(() => true));
  });

  it('does not depend on the order of the organs', () => {
    const reversed = { ...fixture, organs: fixture.organs.toReversed() };
    expect(page(reversed)).toBe(page(fixture));
  });

  it('says by how much, at which planned dose it would be met, and under what assumptions', () => {
    const { text } = { text: textsOf(page(assessmentOf([esophagus])), 'li')[0] };
    expect(text).toBe(
      '食管 Esophagus taken for Esophagus by its name alone Dmax 114.1 Gy: 14.1 Gy above the limit of 100 Gy (114.1 % of it). Met with the planned dose at ×0.80: PTV_5040 40.3 Gy, PTV_5880 47.0 Gy. EQD2, α/β = 3 Gy · all courses together · Thoracic re-irradiation, ARS composite limits',
    );
    expect(page(fixture)).toContain('after 50.0\u00a0% recovery');
  });

  it('says what a goal at its strict limit is, and what falls short of a least volume', () => {
    const at = { ...trachea.goals[0], value: 110, shareOfLimit: 1, verdict: 'exceeded' as const };
    expect(page(assessmentOf([{ ...trachea, goals: [at] }]))).toMatch(/at the limit of 110.Gy, which must not be reached/);
    const spared = {
      ...at,
      goal: 'CV16Gy[cc] >= 1000 cc',
      ...goalParts(parseGoal('CV16Gy[cc] >= 1000 cc')),
      value: 812.4,
      limit: 1000,
      unit: 'cc' as const,
      shareOfLimit: 0.8124,
    };
    expect(textsOf(page(assessmentOf([{ ...trachea, goals: [spared] }])), 'li')[0]).toContain(
      'CV16Gy[cc] 812.4 cc: 187.6 cc below the limit of 1000 cc.',
    );
  });

  it('says that the prior courses alone exceed a goal', () => {
    const goal = {
      ...trachea.goals[0],
      value: 120,
      verdict: 'exceeded' as const,
      headroom: makeReason('prior-alone-exceeds', {}),
    };
    expect(page(assessmentOf([{ ...trachea, goals: [goal] }]))).toContain('The prior courses alone break the goal');
  });

  it('names what it hangs on and what is unknown', () => {
    const text = textsOf(page(fixture), 'li').slice(-6).join(' | ');
    expect(text).toContain('Registration dCRT 2022: rigid registration reg/REG.dcm');
    expect(text).toContain('Accepted dCRT 2022: reg/REG.dcm: accepted by a physicist, 2023-05-20');
    expect(text).toContain(
      'assumed for =SUM(A1) Heart 25.0 %; doses without it stand beside · in goals: SpinalCord Dmax ≤ 50 Gy (50.0 %)',
    );
    expect(text).toContain('14.2 % of =SUM(A1) Heart');
    expect(text).toContain('of 13 goals, 2 not re-read in their source, 2 read second hand');
    expect(page(priorUnknown)).toContain('not known: dates of the courses are missing or contradicted');
    expect(page(assessmentOf([trachea]))).toContain('none assumed: the prior dose counts in full');
  });

  it('says that no course was moved, and why', () => {
    const registrations = fixture.registrations.map((each) => ({ ...each, type: 'deformable' as const }));
    expect(textsOf(page({ ...fixture, registrations }), 'li').join(' | ')).toContain(
      'If it lies elsewhere not tried: no course was moved, for a deformation carries "dCRT 2022"',
    );
    const apart = fixture.registrations.map((each) => ({ ...each, type: 'none' as const }));
    expect(page({ ...fixture, registrations: apart })).not.toContain('If it lies elsewhere');
    expect(page(fixture)).toContain('no course was moved, for the case asks for no motion');
  });

  it('says a what-if and the user’s own statement before any number', () => {
    const settings = { ...fixture.settings, plannedScale: 0.9, outsideDoseGrid: 'zero' as const };
    const text = textsOf(page({ ...fixture, settings }), 'p', 'assumed')[0];
    expect(text).toContain('This is a what-if: the planned dose is taken at 0.9 times what was exported.');
    expect(text).toContain('The user states that no dose was given outside the dose grids');
    expect(text).toContain('1 error in the input');
    expect(page(allMet)).toContain('<div class="head met">');
    expect(page({ ...allMet, settings })).toContain('<div class="head open">');
  });

  it('is subject to a registration that nobody has accepted, in the headline and before any number', () => {
    const [registration] = fixture.registrations;
    const links = registration.links.map((link) => ({ ...link, accepted: null }));
    const open: Assessment = {
      ...allMet,
      registrations: [{ ...registration, links, isAccepted: false }],
      overall: { ...allMet.overall, registration: 'not accepted' },
    };
    expect(textsOf(page(open), 'h2')[0]).toContain('· registration not accepted');
    expect(textsOf(page(open), 'p', 'assumed')[0]).toContain('Nobody has accepted the registration that carries "dCRT 2022"');
    expect(page(open)).toContain('<div class="head open">');
    expect(page(allMet)).not.toContain('not accepted');
    const apart: Assessment = {
      ...allMet,
      registrations: [{ ...registration, type: 'none', links: [] }],
      overall: { ...allMet.overall, registration: 'none' },
    };
    expect(textsOf(page(apart), 'h2')[0]).toContain('· no registration: worst-case sums');
    expect(textsOf(page(apart), 'p', 'assumed')[0]).toContain('they bound no volume and no mean');
  });

  it('does not let an organ pass as met beside an open goal', () => {
    const both = { ...heart, goals: [...heart.goals, aorta.goals[0]] };
    expect(group(assessmentOf([both]), 'met')).toContain('but 1 goal of this organ cannot be judged');
  });

  it('keeps a long list of met organs short, the tightest first', () => {
    const rows = textsOf(group(many, 'met') ? page(many).slice(page(many).indexOf('group met')) : '', 'li');
    const scales = rows.flatMap((row) => /×([\d.]+)/.exec(row)?.[1] ?? []).map(Number);
    expect(scales).toEqual(scales.toSorted((a, b) => a - b));
    expect(scales).toHaveLength(8);
  });

  it('says that nothing is left while a mandatory goal is exceeded outside the target', () => {
    expect(textsOf(page(fixture), 'p', 'nothing-left')).toEqual([
      'As planned, no dose is left: 2 mandatory goals are exceeded outside the target. They would be met with the planned dose at ×0.80. Goals without a verdict are not in this. What a goal leaves is that of its organ alone.',
    ]);
    expect(textsOf(page(allMet), 'p', 'nothing-left')).toEqual([]);
  });

  it('tells what is exceeded in the target apart, without a factor, and leaves the rest its room', () => {
    const goal = {
      ...trachea.goals[0],
      value: 120,
      verdict: 'exceeded' as const,
      inTarget: true as const,
      ...makeReason('exceeded-in-target', { outside: 98.86, limit: 100, unit: 'Gy' }),
      headroom: makeReason('no-headroom-in-target', {}),
    };
    const source = page(assessmentOf([{ ...trachea, goals: [goal] }, lungs]));
    expect(textsOf(source, 'h2')[0]).toBe('■ 1 organ exceeds a mandatory goal, in the target alone');
    expect(textsOf(source, 'p', 'nothing-left')).toEqual([]);
    expect(textsOf(source, 'h3').slice(0, 2)).toEqual([
      'Exceeded, in the target',
      'Met, with the planned dose that each organ by itself would still allow as placed, tightest first',
    ]);
    expect(source).toContain('the part outside the planned PTV meets the same limit with 98.9 Gy.');
  });

  it('says "or more" of a factor that a goal is met from, rounded up', () => {
    const goal = {
      ...trachea.goals[0],
      goal: 'D95% >= 30 Gy',
      ...goalParts(parseGoal('D95% >= 30 Gy')),
      limit: 30,
      value: 28,
      verdict: 'exceeded' as const,
      headroom: { plannedScale: 1.07143, from: true as const, targets: [{ roi: 'PTV', doseGy: 54.01 }] },
    };
    expect(page(assessmentOf([{ ...trachea, goals: [goal] }]))).toContain(
      'Met with the planned dose at ×1.08 or more: PTV\u00a054.5\u00a0Gy.',
    );
  });

  it('says of a goal outside its source why, and gives the figure without a verdict', () => {
    const goal = {
      ...trachea.goals[0],
      verdict: 'not applicable' as const,
      ...makeReason('outside-source', { condition: 'plannedFractionsAtMost', limit: 5, value: 28 }),
    };
    const source = page(assessmentOf([{ ...trachea, goals: [goal] }]));
    expect(source).toContain('no limit for this case.');
    expect(source).toContain('for a planned course of at most 5 fractions; here it is 28. Here: 96.1\u00a0Gy.');
    expect(source).not.toContain('met or not is unknown');
  });

  it('has on it what the input contradicts and who answered for it, and is not the sign of a clean case', () => {
    const answered = { by: 'Dr <b>X</b>', on: '2026-01-05', why: 'the boost repeats the first plan' };
    const finding = {
      ...makeFinding('same-dose-in-two-courses', 'warning', { courses: ['a', 'b'] }, { file: 'RD.dcm', answerable: true }),
      answered,
    };
    const source = page({ ...allMet, findings: [finding] });
    expect(source).toContain('<div class="head open">');
    expect(textsOf(source, 'h2')[0]).toBe(
      '▲ No mandatory goal is exceeded (5 tested) · rests on the answer to 1 contradiction in the input',
    );
    expect(textsOf(source, 'h3')[0]).toBe('Contradictions in the input, answered by a person');
    expect(textsOf(source, 'li')[0]).toMatch(
      /^Same dose in two courses \(RD\.dcm\) Answered by Dr <b>X<\/b>, 2026-01-05: the boost repeats the first plan\. The same dose is used/,
    );
    // What was asked and not answered is no such line; its goals have no verdict.
    const { answered: _, ...open } = finding;
    expect(page({ ...allMet, findings: [open] })).not.toContain('answered by a person');
  });

  it('writes a ratio of two courses in words', () => {
    const ratio = {
      ...trachea.goals[0],
      goal: 'planned:Dmax / cumulative:Dmax <= 0.5',
      ...goalParts(parseGoal('planned:Dmax / cumulative:Dmax <= 0.5')),
      limit: 0.5,
      value: 0.6,
      unit: '' as const,
    };
    const source = page(assessmentOf([{ ...trachea, goals: [{ ...ratio, verdict: 'not evaluable' as const, reason: 'x' }] }]));
    expect(source).toContain('planned Dmax divided by cumulative Dmax ≤ 0.5');
    expect(source).not.toContain('planned:Dmax');
  });
});
