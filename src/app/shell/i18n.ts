import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { printable } from '../../printable';
import { type Language, languageFor } from '../words/languages';
import { SCREENS, type ScreenWords } from '../words/screens';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: ScreenWords;
  }
}

const CHOSEN = 'isoeffect.language';

/** Starts the translations in the language chosen before, or else the first of the user's own that there is. */
export async function startI18n(preferred: readonly string[]): Promise<void> {
  const chosen = localStorage.getItem(CHOSEN);
  await i18next.use(initReactI18next).init({
    lng: languageFor(chosen ? [chosen, ...preferred] : preferred),
    fallbackLng: 'en',
    resources: SCREENS,
    ns: Object.keys(SCREENS.en),
    // React does away with markup; what cannot be seen in a name is shown, in titles and drawn texts too.
    interpolation: { escapeValue: true, escape: (text) => printable(text) },
  });
  document.documentElement.lang = i18next.language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(CHOSEN, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
