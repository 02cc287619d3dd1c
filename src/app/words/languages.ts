/** The languages of the sites whose protocols this serves. */
export const LANGUAGES = { en: 'English', zh: '简体中文', ja: '日本語' } as const;
export type Language = keyof typeof LANGUAGES;

/** The first of the user's languages that there is; English where there is none. */
export function languageFor(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.slice(0, 2).toLowerCase();
    if (Object.hasOwn(LANGUAGES, language)) return language as Language;
  }
  return 'en';
}
