/** A word in English, Chinese and Japanese. */
export type InThree = readonly [en: string, zh: string, ja: string];

/** One language of a table of words. */
export function column<K extends string>(table: Readonly<Record<K, InThree>>, language: 0 | 1 | 2): Record<K, string> {
  const entries = Object.entries(table) as [K, InThree][];
  return Object.fromEntries(entries.map(([key, words]) => [key, words[language]])) as Record<K, string>;
}
