import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { DayInput } from '../../../src/app/case/fields';
import { StatementForm } from '../../../src/app/statements/StatementForm';
import { today } from '../../../src/app/statements/today';
import { SCREENS } from '../../../src/app/words/screens';

/* A date field of the system has month and day in an order that nobody can tell; the day is written out beside it. */

async function textOf(of: ReactElement): Promise<string> {
  const i18n = i18next.createInstance();
  await i18n.init({ lng: 'ja', resources: { ja: { statements: SCREENS.ja.statements } } });
  const html = renderToStaticMarkup(createElement(I18nextProvider, { i18n }, createElement(MantineProvider, null, of)));
  return html.replace(/<[^>]*>/g, ' ');
}

it('a day of a course is written out beside its field, and nothing where there is none', async () => {
  const day = (value: string | undefined) => textOf(createElement(DayInput, { label: 'First day', value, onCommit: () => {} }));
  expect(await day('2022-03-04')).toContain('2022-03-04');
  expect(await day(undefined)).not.toMatch(/\d{4}-/);
});

it('the day of a statement is, too', async () => {
  expect(await textOf(createElement(StatementForm, { submit: 'x', onSubmit: () => {} }))).toContain(today());
});
