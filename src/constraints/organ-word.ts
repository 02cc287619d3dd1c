import type { ORGAN_WORDS } from './organ-words';

/** What organs are called in a language, by their ids. */
type OrganWords = Readonly<Record<keyof typeof ORGAN_WORDS, string>>;

const isNamed = (words: OrganWords, id: string): id is keyof OrganWords => Object.hasOwn(words, id);

/**
 * The name of an organ in a language, of its id: `脊髓`, and `脊髓 PRV` of its planning risk volume. What has no name
 * there, an ROI's for one, stays as it is.
 */
export function organWord(words: OrganWords, id: string): string {
  if (isNamed(words, id)) return words[id];
  const prv = /^(.+?)_PRV(\d*)$/.exec(id);
  return prv && isNamed(words, prv[1]) ? `${words[prv[1]]} PRV${prv[2]}` : id;
}
