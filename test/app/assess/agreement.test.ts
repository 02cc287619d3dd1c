import { beforeAll, describe, expect, it } from 'vitest';
import { headline } from '../../../src/app/assess/banner-words';
import { bounds } from '../../../src/app/assess/bounds';
import type { T } from '../../../src/app/assess/goal-words';
import { evidenceText, goalValue, leftOf, quantityText, recoveryText, whatIsWrong } from '../../../src/app/assess/goal-words';
import { stops, summary } from '../../../src/app/assess/stops';
import { en } from '../../../src/app/words/core-words';
import type { MetricResult } from '../../../src/evaluation/assessment';
import { recoveryWords } from '../../../src/figures/recovery-words';
import { evidenceWords, quantityWords } from '../../../src/figures/wording';
import { boundsWords } from '../../../src/report/doses-section';
import { cord, lungs } from '../../report/fixture-organs';
import { goal } from '../../report/fixture-parts';
import { readHtml } from '../../report/read-back';
import { report, variants } from '../../report/variants';
import { inLanguage } from './in-language';

/* Screen and report never disagree. */

let t: T;
beforeAll(async () => {
  t = await inLanguage('en');
});

const spaces = (text: string) => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');

describe('the screen says what the report says', () => {
  it.each(Object.entries(variants))('%s', (_, assessment) => {
    const written = spaces(readHtml(report(assessment)).text);
    expect(written).toContain(headline(t, summary(assessment)));
    for (const stop of stops(assessment)) {
      if (stop.goal.verdict !== 'exceeded') continue;
      expect(written).toContain(spaces(whatIsWrong(t, stop.goal)));
    }
    for (const each of assessment.organs.flatMap(({ goals }) => goals)) {
      const value = goalValue(each);
      if (value !== undefined) expect(written).toContain(spaces(value));
      const { lead = '', doses } = leftOf(t, en, each);
      if (doses) expect(written).toContain(spaces(doses));
      expect(written).toContain(/×[\d.]+/.exec(lead)?.[0] ?? '');
    }
  });

  it('in the rules of a goal', () => {
    for (const each of [...cord.goals, ...lungs.goals]) {
      expect(quantityText(t, each)).toBe(quantityWords(each));
      expect(evidenceText(t, each.evidence)).toBe(evidenceWords(each.evidence));
      expect(recoveryText(t, each)).toBe(recoveryWords(each));
    }
    const rule = 'schedule "serial organs" of the set, by the time since each prior course';
    const forgiven = { recovery: 0.25 };
    expect(recoveryText(t, forgiven, 'serial organs')).toBe(recoveryWords(forgiven, rule));
    const apart = {
      recovery: 0.25,
      recoveryOfCourses: [
        { course: 'A', share: 0.25 },
        { course: 'B', share: 0 },
      ],
    };
    expect(recoveryText(t, apart, 'serial organs')).toBe(recoveryWords(apart, rule));
  });

  it('in bounds, rounded outwards', () => {
    for (const [atLeast, atMost] of [
      [87.21, 99.53],
      [86.2, null],
      [1.001, 9.9949],
    ] as const) {
      const metric = {
        unit: 'Gy',
        priorEqd2Gy: null,
        plannedEqd2Gy: null,
        cumulativeEqd2Bounds: { atLeast, atMost },
      } as MetricResult;
      expect(bounds(t, metric)).toBe(boundsWords(metric));
    }
  });

  it('never rounds a value onto the wrong side of its limit', () => {
    expect(goalValue(goal('Dmax < 57 Gy', 56.9996, 'met'))).toBe('56.9996\u00a0Gy');
    expect(whatIsWrong(t, goal('Dmax < 57 Gy', 57, 'exceeded'))).toBe(
      'Dmax 57.0\u00a0Gy: at the limit of 57\u00a0Gy, which must not be reached',
    );
    expect(whatIsWrong(t, goal('V20Gy < 40 %', 41.25, 'exceeded'))).toContain('percentage points');
    expect(whatIsWrong(t, goal('CV16Gy[cc] >= 1000 cc', 900, 'exceeded'))).toContain('below the limit');
  });
});
