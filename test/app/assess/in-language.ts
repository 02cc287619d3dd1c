import i18next from 'i18next';
import type { T } from '../../../src/app/assess/goal-words';
import { en, ja, zh } from '../../../src/app/assess/text';
import type { Language } from '../../../src/app/i18n/languages';

const WORDS = { en, zh, ja };

/** The words of the assess screen in one language, without a window. */
export async function inLanguage(language: Language): Promise<T> {
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    ns: ['assess'],
    resources: { [language]: { assess: WORDS[language] } },
    interpolation: { escapeValue: false },
  });
  return instance.getFixedT(language, 'assess') as T;
}
