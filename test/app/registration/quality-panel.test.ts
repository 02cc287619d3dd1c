import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { QualityPanel } from '../../../src/app/registration/QualityPanel';
import type { Problem } from '../../../src/app/words/problem';
import { SCREENS } from '../../../src/app/words/screens';

async function panel(language: 'en' | 'zh' | 'ja', problem: Problem | undefined): Promise<string> {
  const i18n = i18next.createInstance();
  const { registration, shell } = SCREENS[language];
  await i18n.init({ lng: language, resources: { [language]: { registration, shell } }, interpolation: { escapeValue: false } });
  const it = createElement(QualityPanel, { quality: undefined, problem, hasMap: true, isTried: false });
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, createElement(MantineProvider, null, it)));
}

it.each(['en', 'zh', 'ja'] as const)('QualityPanel says that nothing could be measured, and why: %s', async (language) => {
  const { failed, busy } = SCREENS[language].registration.quality;
  const html = await panel(language, { kind: 'sentence', text: 'no contours of the prior course' });
  expect(html).toContain(failed);
  expect(html).toContain('no contours of the prior course');
  expect(html).not.toContain(busy);
  // Without a reason it is still being measured.
  expect(await panel(language, undefined)).toContain(busy);
});
