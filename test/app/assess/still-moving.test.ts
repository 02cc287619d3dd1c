import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { css, VERDICT_COLOURS } from '../../../src/app/assess/colours';
import { Moving } from '../../../src/app/assess/moving';
import { OrganTable } from '../../../src/app/assess/OrganTable';
import { VerdictBanner } from '../../../src/app/assess/VerdictBanner';
import { VerdictMark } from '../../../src/app/assess/VerdictMark';
import type { Language } from '../../../src/app/words/languages';
import { SCREENS } from '../../../src/app/words/screens';
import { cord, trachea } from '../../report/fixture-organs';
import { goal, scale } from '../../report/fixture-parts';
import { assessmentOf } from '../../report/variants';

/* While the courses are still being moved, what is met is so as placed, and every mark says so itself. */

async function html(language: Language, of: ReactElement): Promise<string> {
  const i18n = i18next.createInstance();
  const { assess, statements } = SCREENS[language];
  await i18n.init({ lng: language, resources: { [language]: { assess, statements } }, interpolation: { escapeValue: false } });
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, createElement(MantineProvider, null, of)));
}
const met = { ...cord, goals: [goal('Dmax < 57 Gy', 20, 'met', scale(1.5))] };
const over = { ...trachea, goals: [goal('Dmax < 60 Gy', 70, 'exceeded', scale(0.8))] };
const marksOf = (text: string, verdict: string) =>
  [...text.matchAll(new RegExp(`<span[^>]*data-verdict="${verdict}"[^>]*>.*?</span>[^<]*</span>`, 'g'))].map(([each]) => each);
const table = (isMoving: boolean) =>
  createElement(
    Moving,
    { value: isMoving },
    createElement(OrganTable, { assessment: assessmentOf([met, over]), onSelect: () => {}, onMetric: () => {} }),
  );

describe.each(['en', 'zh', 'ja'] as const)('what is met while the courses are moved, in %s', (language) => {
  const { asPlacedYet } = SCREENS[language].assess;

  it('is told as that by the count, and by the headline where all is met', async () => {
    const some = await html(language, createElement(VerdictBanner, { assessment: assessmentOf([met, over]), isMoving: true }));
    const [count] = marksOf(some, 'met');
    expect(count).toContain(asPlacedYet);
    expect(count).not.toContain(css(VERDICT_COLOURS.met.ink));
    expect(marksOf(some, 'exceeded').join()).not.toContain(asPlacedYet);
    const all = await html(language, createElement(VerdictBanner, { assessment: assessmentOf([met]), isMoving: true }));
    expect(/<h2.*?<\/h2>/.exec(all)![0]).toContain(asPlacedYet);
    const done = await html(language, createElement(VerdictBanner, { assessment: assessmentOf([met]) }));
    expect(done).not.toContain(asPlacedYet);
  });

  it('is told as that by every mark of it in the table, and by no other', async () => {
    const moving = await html(language, table(true));
    // Of the organ and of its goal.
    expect(marksOf(moving, 'met').map((each) => each.includes(asPlacedYet))).toEqual([true, true]);
    expect(marksOf(moving, 'exceeded').join()).not.toContain(asPlacedYet);
    expect(await html(language, table(false))).not.toContain(asPlacedYet);
  });

  it('a count of none, and what is known to be met only as placed, says nothing more', async () => {
    const mark = (props: Parameters<typeof VerdictMark>[0]) =>
      html(language, createElement(Moving, { value: true }, createElement(VerdictMark, props)));
    expect(await mark({ verdict: 'met', count: 0 })).not.toContain(asPlacedYet);
    expect(await mark({ verdict: 'met as placed' })).not.toContain(asPlacedYet);
  });
});
