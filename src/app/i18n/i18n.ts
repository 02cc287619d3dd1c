import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import * as assess from '../assess/text';
import * as caseText from '../case/text';
import * as fusion from '../fusion/text';
import * as patient from '../patient/text';
import * as registration from '../registration/text';
import * as shell from '../shell/text';
import * as statements from '../statements/text';
import * as study from '../study/text';
import { type Language, languageFor } from './languages';

/*
 * One namespace for each part of the app; each part keeps its own words in three languages of one shape, so that a
 * missing translation does not compile.
 */
const NAMESPACES = { shell, study, case: caseText, assess, fusion, registration, patient, statements };

const resourcesOf = (language: Language) => ({
  shell: NAMESPACES.shell[language],
  study: NAMESPACES.study[language],
  case: NAMESPACES.case[language],
  assess: NAMESPACES.assess[language],
  fusion: NAMESPACES.fusion[language],
  registration: NAMESPACES.registration[language],
  patient: NAMESPACES.patient[language],
  statements: NAMESPACES.statements[language],
});

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      shell: typeof shell.en;
      study: typeof study.en;
      case: typeof caseText.en;
      assess: typeof assess.en;
      fusion: typeof fusion.en;
      registration: typeof registration.en;
      patient: typeof patient.en;
      statements: typeof statements.en;
    };
  }
}

const CHOSEN = 'isoeffect.language';

/** Starts the translations in the language chosen before, or else the first of the user's own that there is. */
export async function startI18n(preferred: readonly string[]): Promise<void> {
  const chosen = localStorage.getItem(CHOSEN);
  await i18next.use(initReactI18next).init({
    lng: languageFor(chosen ? [chosen, ...preferred] : preferred),
    fallbackLng: 'en',
    resources: { en: resourcesOf('en'), zh: resourcesOf('zh'), ja: resourcesOf('ja') },
    ns: Object.keys(NAMESPACES),
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(CHOSEN, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
