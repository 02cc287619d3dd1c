import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { Broken, Contained } from '../../../src/app/shell/Contained';
import { SCREENS } from '../../../src/app/words/screens';

it('keeps what was thrown, for whoever reports it', () => {
  expect(Contained.getDerivedStateFromError(new TypeError('no phases'))).toEqual({ fault: 'TypeError: no phases' });
  expect(Contained.getDerivedStateFromError('odd')).toEqual({ fault: 'odd' });
});

it('shows its children while nothing is thrown, and afterwards again', () => {
  const part = new Contained({ children: 'the bar' });
  expect(part.render()).toBe('the bar');
  part.state = Contained.getDerivedStateFromError(new Error('x'));
  expect(part.render()).not.toBe('the bar');
});

it('says in every language what happened, that nothing is lost, and how to go on', async () => {
  for (const language of ['en', 'zh', 'ja'] as const) {
    const i18n = i18next.createInstance();
    const resources = { [language]: { shell: SCREENS[language].shell } };
    await i18n.init({ lng: language, resources, interpolation: { escapeValue: false } });
    const broken = createElement(Broken, { fault: 'TypeError: no phases', part: 'patient', onAgain: () => undefined });
    const page = createElement(MantineProvider, null, broken);
    const html = renderToStaticMarkup(createElement(I18nextProvider, { i18n }, page));
    const { title, text, again, patient } = SCREENS[language].shell.broken;
    for (const words of [title, text, again, patient, 'TypeError: no phases']) expect(html, language).toContain(words);
  }
});
