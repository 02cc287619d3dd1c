import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { stops } from '../../../src/app/assess/stops';
import { VerdictBanner } from '../../../src/app/assess/VerdictBanner';
import type { Language } from '../../../src/app/words/languages';
import { SCREENS } from '../../../src/app/words/screens';
import { verdictSentence } from '../../../src/cli/verdict-text';
import type { Assessment, OrganResult } from '../../../src/evaluation/assessment';
import { byUrgency } from '../../../src/figures/organ-order';
import { trachea } from '../../report/fixture-organs';
import { goal, scale } from '../../report/fixture-parts';
import { assessmentOf } from '../../report/variants';

/* No organ that exceeds a mandatory goal is counted where it could be named. */

const over = (roi: string, factor: number, organ = roi): OrganResult => ({
  ...trachea,
  roi,
  organ,
  match: { code: 'tg-263', facts: {} },
  goals: [goal('Dmax < 57 Gy', 59.31, 'exceeded', scale(factor))],
});
const open = (roi: string): OrganResult => ({ ...over(roi, 1), goals: [goal('Dmax < 57 Gy', null, 'not evaluable')] });
const ORGANS = [
  over('Trachea', 0.2),
  over('A_Aorta', 0.3),
  over('Heart', 0.4),
  over('Stomach', 0.5),
  over('BrachialPlex_L', 0.6),
  over('SpinalCord', 0.95),
];

async function banner(assessment: Assessment, lng: Language = 'en'): Promise<string> {
  const i18n = i18next.createInstance();
  const { assess, statements } = SCREENS[lng];
  await i18n.init({ lng, resources: { [lng]: { assess, statements } }, interpolation: { escapeValue: false } });
  const page = createElement(MantineProvider, null, createElement(VerdictBanner, { assessment }));
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, page)).replaceAll('\u00a0', ' ');
}
const linesOf = (html: string) => [...html.matchAll(/<li[^>]*>(.*?)<\/li>/gs)].map(([, text]) => text.replaceAll(/<[^>]+>/g, ''));

describe('organs that exceed a mandatory goal', () => {
  it('are read nervous organs first, then by what they leave', () => {
    const order = ['SpinalCord', 'BrachialPlex_L', 'Trachea', 'A_Aorta', 'Heart', 'Stomach'];
    expect(stops(assessmentOf(ORGANS)).map(({ organ }) => organ.roi)).toEqual(order);
    expect(byUrgency([...ORGANS, over('Brainstem', 0.9)]).map(({ roi }) => roi)[1]).toBe('Brainstem');
    expect(verdictSentence(assessmentOf(ORGANS))).toContain(`6 mandatory goals exceeded: ${order.join(', ')}.`);
    // A planning risk volume of the cord that a case holds to a limit of its own is read with the cord.
    const prv = over('Cord_PRV', 0.99, 'SpinalCord_PRV');
    expect(
      byUrgency([...ORGANS, prv])
        .map(({ roi }) => roi)
        .slice(0, 2),
    ).toEqual(['SpinalCord', 'Cord_PRV']);
  });

  it('are all named in the banner, with their figures, however many', async () => {
    for (const lng of ['en', 'zh', 'ja'] as const) {
      const lines = linesOf(await banner(assessmentOf(ORGANS), lng));
      expect(lines[0], lng).toMatch(/SpinalCord/);
      expect(lines).toHaveLength(4);
      for (const name of ['A_Aorta', 'Heart', 'Stomach']) expect(lines[3], lng).toContain(`${name} (Dmax 59.3 Gy)`);
    }
    const named = linesOf(await banner(assessmentOf(ORGANS)));
    expect(named[3]).toBe('■ Exceeded too: A_Aorta (Dmax 59.3 Gy), Heart (Dmax 59.3 Gy), Stomach (Dmax 59.3 Gy)');
  });

  it('stand before others that are only counted', async () => {
    const lines = linesOf(await banner(assessmentOf([open('Lungs'), open('Esophagus'), ...ORGANS.slice(0, 4)])));
    expect(lines.slice(-2)).toEqual(['■ Exceeded too: Stomach (Dmax 59.3 Gy)', 'and 2 more organs']);
    const few = linesOf(await banner(assessmentOf([open('Lungs'), ORGANS[5], open('Heart'), open('Esophagus')])));
    expect(few).toHaveLength(4);
    expect(few[0]).toContain('SpinalCord');
    expect(few[3]).toBe('and 1 more organ');
  });

  it('are named apart where two ROIs share a name', async () => {
    const two = [over('SpinalCord#3', 0.9, 'SpinalCord'), over('SpinalCord#4', 0.8, 'SpinalCord')];
    const html = linesOf(await banner(assessmentOf([...two, over('Trachea', 0.1), over('Heart', 0.2)]))).join(' | ');
    for (const name of ['SpinalCord#3', 'SpinalCord#4', 'Trachea', 'Heart']) expect(html).toContain(name);
  });
});
