import { describe, expect, it } from 'vitest';
import type { GoalResult, OrganResult } from '../../src/evaluation/assessment';
import { evidenceWords, goalWords } from '../../src/figures/wording';
import { makeReason } from '../../src/findings/reasons';
import { fixture } from './fixture';
import { cord, trachea } from './fixture-organs';
import { readHtml, textsOf } from './read-back';
import { assessmentOf, many, noPriorCourse, notEvaluable, priorUnknown, report, twoPriors, variants } from './variants';

const spaced = (text: string) => text.replace(/\s+/g, ' ');
const textOf = (source: string) => spaced(readHtml(source).text);

/** The table of goals: of each organ its name and one text per goal. */
function goalRowsByOrgan(source: string): string[][] {
  const table = source.slice(source.indexOf('<table class="goals">'), source.indexOf('</table>'));
  return table
    .split('<tbody>')
    .slice(1)
    .map((body) => body.split('<tr class="goal">').map((row) => textsOf(`<i>${row.replace('</tbody>', '')}</i>`, 'i')[0]));
}

/** What has to stand in a goal's row. */
function partsOf({
  goal,
  verdict,
  setTitle,
  quantity,
  alphaBetaGy,
  recovery,
  recoveryRule,
  evidence,
  headroom,
  reason,
  ...rest
}: GoalResult) {
  const [tested, limit] = goalWords(goal).split(/ (?=[<≤>≥])/);
  const parts = [tested, limit, verdict, setTitle, evidenceWords(evidence)];
  parts.push(quantity === 'physical' ? 'physical dose' : `EQD2, α/β = ${alphaBetaGy} Gy`);
  if (recovery > 0) parts.push(`recovery: ${(100 * recovery).toFixed(1)} % of the prior BED forgiven (${recoveryRule})`);
  if (headroom)
    parts.push(
      'reason' in headroom
        ? headroom.reason
        : headroom.plannedScale > 2
          ? 'more than ×2'
          : `×${Math.floor(headroom.plannedScale * 100 + 1e-9) / 100}`,
    );
  if (reason) parts.push(reason);
  if (rest.value !== null) parts.push(rest.unit === '' ? rest.value.toFixed(3) : rest.value.toFixed(1).slice(0, -1));
  if (!rest.mandatory) parts.push('not mandatory');
  return parts;
}

describe('htmlReport', () => {
  it.each(Object.entries(variants))('is well formed and needs nothing from outside: %s', (_, assessment) => {
    const source = report(assessment);
    const { tags } = readHtml(source);
    expect(
      tags.filter(({ name }) => ['script', 'link', 'img', 'iframe', 'object', 'form', 'a', 'use', 'image'].includes(name)),
    ).toEqual([]);
    expect(
      tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^(src|href|on|style$|action)/.test(name)),
    ).toEqual([]);
    expect(source).not.toMatch(/url\(|@import|https?:/);
    expect(source).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`);
  });

  it('is the same for the same assessment and time', () => {
    expect(report(fixture)).toBe(report(structuredClone(fixture)));
    expect(report(fixture)).toContain('2026-11-21 09:30 UTC');
  });

  it('says on top and at the end that it is no medical device', () => {
    const source = report(fixture);
    expect(textsOf(source, 'header')[0]).toContain(fixture.notice);
    expect(textsOf(source, 'footer')[0]).toContain(fixture.notice);
    expect(fixture.notice).toMatch(/research and independent checking.*Not a cleared medical device/);
  });

  it('has the patient, the courses, the interval, the version and every hash', () => {
    const text = textOf(report(fixture));
    for (const part of [
      'Doe, Jane & <b>Co</b> · 東京, 花子',
      'ID ESO-0042',
      'prior: dCRT 2022 (2022-01-24 to 2022-03-04)',
      '14.9 months',
      'Isoeffect 0.1.0',
    ]) {
      expect(text).toContain(part);
    }
    for (const { path, sha256 } of fixture.files) expect(text).toContain(`${path}${sha256}`);
    for (const { registration } of fixture.courses) expect(text).toContain(registration);
    for (const part of [...fixture.settings.constraintTitles, fixture.settings.model, fixture.settings.interpolation])
      expect(text).toContain(part);
  });

  it.each(Object.entries(variants))('has every goal with its verdict, limit, rules, source and headroom: %s', (_, assessment) => {
    const source = report(assessment);
    const text = textOf(source);
    const bodies = goalRowsByOrgan(source);
    expect(bodies).toHaveLength(assessment.organs.filter(({ goals }) => goals.length).length);
    for (const organ of assessment.organs) {
      const rows = bodies.find(([name]) => `${name} `.startsWith(`${organ.roi} `))?.slice(1) ?? [];
      expect(rows).toHaveLength(organ.goals.length);
      for (const goal of organ.goals) {
        const parts = partsOf(goal);
        expect(rows.filter((row) => parts.every((part) => row.includes(part)))).toHaveLength(1);
        for (const part of [goal.source, goal.note, goal.alphaBetaNote]) if (part) expect(text).toContain(part);
      }
      expect(text).toContain(`α/β = ${organ.alphaBetaGy} Gy: ${organ.alphaBetaSource}`);
      expect(text).toContain(organ.matchedBy);
    }
    for (const { message, code } of assessment.findings) {
      expect(text).toContain(message);
      expect(text).not.toContain(code);
    }
  });

  it('marks each source with the number that its footnote has', () => {
    const source = report(fixture);
    const [notes] = textsOf(source.slice(source.indexOf('Sources of the limits')), 'ul', 'footnotes');
    expect(notes).toMatch(/^1 American Radium.* 2 University of Michigan.* 3 Sahgal 2021.* 4 Marks 2010/);
    expect(source).toMatch(/HyTEC, spinal cord re-irradiation <span class="mark">\[3\]/);
  });

  it('shows doses with bounds rounded outwards, dose without recovery, and no figure where there is none', () => {
    const source = report(fixture);
    const heart = textsOf(source.slice(source.indexOf('<table class="doses">')), 'tbody').find((each) => each.includes('Heart'))!;
    expect(heart).toContain('D0.03cc 51.0 55.2 37.2 54.9 86.2');
    expect(heart).toContain('98.1 without recovery');
    expect(heart).toContain('at least 86.2, no upper bound');
    expect(heart).toContain('87.2 to 99.6');
    expect(heart).toContain('not evaluable: The organ has less volume than the metric asks for, or no known dose');
    expect(heart).toContain('dose known in 85.8 % (prior), 100.0 % (planned), 85.8 % (all courses) of the volume');
    expect(textOf(report(twoPriors))).toContain('not summed');
  });

  it('never says 0 for a dose that is not known', () => {
    const source = report(priorUnknown);
    const cells = textsOf(source.slice(source.indexOf('<table class="doses">'), source.indexOf('Dose-volume')), 'td');
    expect(cells).toContain('not evaluable');
    expect(cells.filter((cell) => Number(cell) === 0)).toEqual(cells.filter((cell) => cell === ''));
    expect(
      textsOf(source, 'figcaption').every((caption) =>
        caption.includes('No curve where the dose is not known point by point: prior, cumulative'),
      ),
    ).toBe(true);
  });

  it('has no curve, and no word of one, for courses that do not exist', () => {
    const source = report(noPriorCourse);
    expect(textsOf(source, 'figcaption').join()).not.toContain('No curve');
    expect(source).not.toContain('class="curve prior"');
    expect(source).toContain('class="curve planned"');
    expect(report(fixture)).toContain('class="curve prior"');
  });

  it('warns where there is no prior course, and is not green then', () => {
    const source = report(noPriorCourse);
    expect(textOf(source)).toContain('The case has no prior course: cumulative figures are those of the planned course alone.');
    expect(source).toContain('<div class="head open">');
  });

  it('names what was not tested, and shows a value of a goal without verdict as partial', () => {
    const text = textOf(report(notEvaluable));
    expect(text).toContain('Not tested BrachialPlex_L');
    expect(text).toContain('41.8 % as far as known');
    expect(text).not.toContain('83.7 %');
  });

  it('says of a goal that does not apply no more than is so: known is not partial, and no figure is no verdict', () => {
    const outside = {
      verdict: 'not applicable' as const,
      ...makeReason('outside-source', { condition: 'plannedFractionsAtMost', limit: 5, value: 28 }),
    };
    const row = (organ: OrganResult, value: number | null, known: number) => {
      const goals = [{ ...organ.goals[0], ...outside, value }];
      const insideDoseGrid = { prior: known, planned: 1, cumulative: known };
      const organs = [trachea, { ...organ, goals, insideDoseGrid }];
      return goalRowsByOrgan(report(assessmentOf(organs)))[1][1];
    };
    expect(row(cord, 59.3, 1)).toContain('59.3');
    expect(row(cord, 59.3, 1)).not.toContain('as far as known');
    expect(row(cord, 59.3, 0.9)).toContain('as far as known');
    expect(row(cord, null, 1)).not.toContain('not evaluable');
  });

  it('holds 40 organs with long names', () => {
    const source = report(many);
    for (const { roi } of many.organs) expect(source.split(roi).length).toBeGreaterThan(4);
    expect(source.match(/<svg/g)).toHaveLength(40);
    expect(textOf(source)).toContain('21 further organs with more left');
  });

  it('says the size of cells in digits that somebody can read, and keeps the table of goals within the page', () => {
    const [first] = variants.fixture.organs;
    const sampling = { ...first.sampling, finestCellMm: 0.6682851732829788 };
    const source = report({ ...variants.fixture, organs: [{ ...first, sampling }] });
    expect(source).toContain('finest cell 0.67 mm');
    expect(source).toContain('.goals { table-layout: fixed; }');
  });
});
