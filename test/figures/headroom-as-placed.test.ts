import { expect, it } from 'vitest';
import { leftOf } from '../../src/app/assess/goal-words';
import { verdictText } from '../../src/cli/verdict-text';
import { headroomReserves } from '../../src/figures/headroom-words';
import { csvReport } from '../../src/report/csv-report';
import { saidOfTurned } from '../../src/report/goal-sentence';
import { htmlReport } from '../../src/report/html-report';
import { inLanguage } from '../app/assess/in-language';
import { cord } from '../report/fixture-organs';
import { goal, scale } from '../report/fixture-parts';
import { assessmentOf } from '../report/variants';

/* A factor of a goal that is met only as the courses are placed holds only so, and says it wherever it is told. */

const worst = (verdict: 'met' | 'exceeded') => ({
  value: verdict === 'met' ? 50 : 58.2,
  verdict,
  turnsVerdict: verdict === 'exceeded',
  cause: { code: 'shift', facts: { xMm: 0, yMm: 3, zMm: 0 } } as const,
  shiftMm: [0, 3, 0] as const,
});
const turned = { ...goal('Dmax < 57 Gy', 51.8, 'met', scale(1.1)), worstCase: worst('exceeded') };
const calm = { ...goal('Dmax < 57 Gy', 45, 'met', scale(1.25)), worstCase: worst('met') };
const reserved = { ...turned, reserves: ['as-drawn'] as const };
const of = (...goals: (typeof turned)[]) => assessmentOf([{ ...cord, goals }]);

it('is told so on page one, in the table of the report and in the terminal', () => {
  expect(headroomReserves(turned)).toBe(', as placed');
  expect(headroomReserves(reserved)).toBe(', as placed, as far as it is drawn');
  expect(headroomReserves(calm)).toBe('');
  expect(saidOfTurned(turned as never).why).toContain('Planned dose: up to ×1.10, as placed');
  expect(saidOfTurned({ ...turned, headroom: { reason: 'none' } } as never).why).not.toContain('Planned dose');
  expect(htmlReport(of(turned) as never, { createdAt: new Date('2026-01-01') })).toContain('<b>×1.10, as placed</b>');
  expect(htmlReport(of(calm) as never, { createdAt: new Date('2026-01-01') })).not.toContain('×1.25, as placed');
  expect(verdictText(of(turned) as never, [])).toMatch(/×1\.10.*, as placed/);
});

it('is told so to a spreadsheet, in the column before the mark of the row', () => {
  const [head, first, second] = csvReport(of(turned, calm) as never).split('\r\n');
  expect(head).toMatch(/,headroom_as_placed,row_crc32$/);
  expect(first).toMatch(/,yes,[0-9a-f]{8}$/);
  expect(second).toMatch(/,,[0-9a-f]{8}$/);
});

it.each([
  ['en', 'up to ×1.10, as placed', 'as placed, as far as it is drawn'],
  ['zh', '（按现位置）', '按现位置, '],
  ['ja', '（現在の位置で）', '現在の位置で, '],
] as const)('is told so in the window, in %s', async (language, lead, both) => {
  const t = await inLanguage(language);
  const words = { reasons: {}, findings: {} } as never;
  expect(leftOf(t, words, turned as never).lead).toContain(lead);
  expect(leftOf(t, words, reserved as never).lead).toContain(both);
  expect(leftOf(t, words, calm as never).lead).not.toContain(t('left.asPlaced'));
});
