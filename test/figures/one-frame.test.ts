import { expect, it } from 'vitest';
import { verdictText } from '../../src/cli/verdict-text';
import { oneFrameLines } from '../../src/figures/one-frame';
import { restsOnLines, restsOnMore } from '../../src/figures/rests-on';
import { makeFinding } from '../../src/findings/finding';
import { verdictSection } from '../../src/report/verdict-section';
import { cord } from '../report/fixture-organs';
import { goal } from '../report/fixture-parts';
import { textsOf } from '../report/read-back';
import { assessmentOf } from '../report/variants';

const plain = assessmentOf([{ ...cord, goals: [goal('Dmax < 57 Gy', 20, 'met')] }]);
const [prior] = plain.courses.filter(({ role }) => role === 'prior');
const studies = [
  { date: '20200115, 20200116', files: [prior.phases[0].dose], more: 0 },
  { date: '', files: ['scan/1.dcm', 'scan/2.dcm'], more: 30 },
];
const shared = { ...plain, findings: [makeFinding('frame-in-several-studies', 'warning', { frame: '1.2.3', studies })] };
const LINE = `Taken for one scan, though of different studies: "${prior.name}" (2020-01-15, 2020-01-16); scan/1.dcm (no date) state one frame of reference. What carries one carries all of them.`;

it('oneFrameLines names the courses whose doses are taken for one scan, or else a file, and no UID', () => {
  expect(oneFrameLines(shared)).toEqual([LINE]);
  expect(oneFrameLines(plain)).toEqual([]);
});

it('oneFrameLines stand on page one, in the terminal, and take the calm out of a met verdict', () => {
  expect(restsOnLines(shared)).toContain(LINE);
  expect(textsOf(verdictSection(shared).text, 'p', 'missing')).toContain(LINE);
  expect(verdictText(shared, [])).toContain(LINE);
  expect([restsOnMore(plain), restsOnMore(shared)]).toEqual([false, true]);
});
