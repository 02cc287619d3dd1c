import { organs as englishOrgans } from './en/organs';
import * as en from './en/screens';
import { organs as japaneseOrgans } from './ja/organs';
import * as ja from './ja/screens';
import type { Language } from './languages';
import { organs as chineseOrgans } from './zh/organs';
import * as zh from './zh/screens';

/** The words of all screens in one language: one namespace for each part of the window, and one table of organs. */
export type ScreenWords = {
  readonly shell: typeof en.shell;
  readonly study: typeof en.study;
  readonly case: typeof en.caseEditor;
  readonly assess: typeof en.assess & { readonly organs: typeof englishOrgans };
  readonly fusion: typeof en.fusion;
  readonly keeping: typeof en.keeping;
  readonly registration: typeof en.registration;
  readonly patient: typeof en.patient;
  readonly statements: typeof en.statements;
};

/** A translation that is missing does not compile. */
const wordsOf = (
  { caseEditor, assess, ...parts }: { readonly [Part in keyof typeof en]: (typeof en)[Part] },
  organs: typeof englishOrgans,
): ScreenWords => ({ ...parts, case: caseEditor, assess: { ...assess, organs } });

export const SCREENS: Readonly<Record<Language, ScreenWords>> = {
  en: wordsOf(en, englishOrgans),
  zh: wordsOf(zh, chineseOrgans),
  ja: wordsOf(ja, japaneseOrgans),
};
