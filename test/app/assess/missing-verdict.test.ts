import i18next from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { MissingVerdict } from '../../../src/app/assess/MissingCells';
import type { MissingRow } from '../../../src/app/assess/organ-rows';
import { SCREENS } from '../../../src/app/words/screens';
import { goal } from '../../report/fixture-parts';

/* The marks of the table are those that the tally counts: goals, and nothing that no goal asks for. */

const row = (goals: readonly object[]) =>
  ({ id: 'x', organ: { roi: null, organ: 'Stomach', required: true, goals }, subRows: [] }) as unknown as MissingRow;
const open = { ...goal('Dmax < 50 Gy', null, 'not evaluable'), mandatory: true };

it.each(['en', 'zh', 'ja'] as const)('an organ that no mandatory goal asks for has no mark of one: %s', async (language) => {
  const i18n = i18next.createInstance();
  const { assess } = SCREENS[language];
  await i18n.init({ lng: language, resources: { [language]: { assess } }, interpolation: { escapeValue: false } });
  const html = (of: MissingRow) =>
    renderToStaticMarkup(createElement(I18nextProvider, { i18n }, createElement(MissingVerdict, { row: of })));
  expect(html(row([open]))).toContain('data-verdict="not evaluable"');
  for (const goals of [[], [{ ...open, mandatory: false }]]) {
    expect(html(row(goals))).not.toContain('data-verdict');
    expect(html(row(goals))).toContain(assess.table.notJudged);
  }
});
