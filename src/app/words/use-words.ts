import { useTranslation } from 'react-i18next';
import { type CoreWords, en } from './core-words';
import { ja } from './ja';
import { type Language, languageFor } from './languages';
import { REFUSAL_WORDS, type RefusalWords } from './refusal-words';
import { zh } from './zh';

export const WORDS: Readonly<Record<Language, CoreWords>> = { en, zh, ja };

/** The words of the window's language for what the core says by codes. */
export function useWords(): CoreWords & { readonly refusal: RefusalWords } {
  const { i18n } = useTranslation();
  const language = languageFor([i18n.language]);
  return { ...WORDS[language], refusal: REFUSAL_WORDS[language] };
}
