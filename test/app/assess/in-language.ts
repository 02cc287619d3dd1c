import i18next from 'i18next';
import type { T } from '../../../src/app/assess/goal-words';
import type { Language } from '../../../src/app/words/languages';
import { SCREENS } from '../../../src/app/words/screens';

/** The words of the assess screen in one language, without a window. */
export async function inLanguage(language: Language): Promise<T> {
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    ns: ['assess'],
    resources: { [language]: { assess: SCREENS[language].assess } },
    interpolation: { escapeValue: false },
  });
  return instance.getFixedT(language, 'assess') as T;
}
