import { describe, expect, it } from 'vitest';
import { dvhData } from '../../src/app/assess/dvh-data';
import { recoveryText } from '../../src/app/assess/goal-words';
import { verdictText } from '../../src/cli/verdict-text';
import { dvhLimits } from '../../src/figures/dvh-limits';
import { recoveryWords, sharesText } from '../../src/figures/recovery-words';
import { restsOnLines } from '../../src/figures/rests-on';
import { csvReport } from '../../src/report/csv-report';
import { htmlReport } from '../../src/report/html-report';
import { inLanguage } from '../app/assess/in-language';
import { cord } from '../report/fixture-organs';
import { goal } from '../report/fixture-parts';
import { assessmentOf } from '../report/variants';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const apart = (first: number, second: number) => ({
  recovery: Math.max(first, second),
  recoveryOfCourses: [
    { course: 'first', share: first },
    { course: 'second', share: second },
  ],
});
const OWN = { ...goal('Dmax < 57 Gy', 20, 'met'), ...apart(0.3, 0.1), set: 'case' };
const SCHEDULED = {
  ...goal('D0.1cc < 57 Gy', 20, 'met'),
  ...apart(0.5, 0.1),
  recoverySchedule: 'serial',
  recoveryRule: 'schedule "serial"',
};
const result = assessmentOf([{ ...cord, ...apart(0.3, 0.1), goals: [OWN, SCHEDULED] }], { findings: [] });

describe('recovery that differs between courses', () => {
  it('is words of each course, and of one share where there is one', () => {
    expect(plain(sharesText(apart(0.3, 0.1)))).toBe('first 30.0 %, second 10.0 %');
    expect(plain(recoveryWords(apart(0, 0.5), 'rule'))).toBe(
      'recovery by course, share of its BED forgiven: first 0.0 %, second 50.0 % (rule)',
    );
    expect(plain(recoveryWords({ recovery: 0.25 }))).toBe('recovery: 25.0 % of the prior BED forgiven');
    expect(recoveryWords({ recovery: 0 })).toBe('no recovery');
  });

  it('stands with each course in the terminal, the report and the table, never as one number', () => {
    const [own, scheduled] = ['first 30.0 %, second 10.0 %', 'first 50.0 %, second 10.0 %'];
    const line = `Rests on recovery that is no source's rule: SpinalCord, in its doses ${own} of that course's BED, ${own} in goals.`;
    expect(restsOnLines(result).map(plain)).toEqual([line]);
    const terminal = plain(verdictText(result, []));
    const html = plain(htmlReport(result, { createdAt: new Date('2026-11-27T10:00:00Z') }).replaceAll(/<[^>]+>/g, ''));
    for (const text of [terminal, html]) {
      expect(text).toContain(`recovery by course, share of its BED forgiven: ${own}`);
      expect(text).toContain(`recovery by course, share of its BED forgiven: ${scheduled} (schedule`);
      expect(text).not.toMatch(/\d %\s+of the prior BED/);
    }
    const csv = csvReport(result);
    expect(csv).toContain('first: 0.3; second: 0.1');
    expect(csv).toContain('first: 0.5; second: 0.1');
  });

  it.each(['en', 'zh', 'ja'] as const)('stands in the window with each course (%s)', async (language) => {
    const t = await inLanguage(language);
    const share = sharesText(OWN);
    expect(recoveryText(t, OWN)).toContain(share);
    expect(recoveryText(t, SCHEDULED, 'serial')).toContain(sharesText(SCHEDULED));
    expect(t('banner.recoveryOfDosesByCourse', { share })).toContain(share);
  });

  it('lists what goals of one organ forgive, each once', () => {
    const goals = [OWN, { ...goal('Dmax < 57 Gy', 20, 'met'), recovery: 0.25, set: 'case' }, OWN];
    const [line] = restsOnLines(assessmentOf([{ ...cord, recovery: 0, goals }], { findings: [] })).map(plain);
    expect(line).toContain('SpinalCord, first 30.0 %, second 10.0 % or 25.0 % in goals.');
  });

  it('keeps a limit off an axis whose curves forgive the courses otherwise', () => {
    const limit = { ...OWN, quantity: 'eqd2' as const, alphaBetaGy: cord.alphaBetaGy };
    const organ = (first: number, second: number) => ({ ...cord, ...apart(first, second), goals: [limit] });
    expect(dvhLimits(organ(0.3, 0.1)).drawn).toHaveLength(1);
    expect(dvhLimits(organ(0.1, 0.3)).drawn).toEqual([]);
    expect(dvhData(organ(0.1, 0.3)).doseMarks).toEqual([]);
  });
});
