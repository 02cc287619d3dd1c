/*
 * Names of one person as exporters write them (PN, PS3.5 6.2.1): alphabetic, ideographic and phonetic groups between
 * `=`, of which a file may have any. Which group is which is told by its script: some files have the ideographic or the
 * katakana form where the alphabetic one belongs (ISO_IR 13, or no `=` at all).
 */

const SCRIPTS = [
  ['han', /\p{Script=Han}/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['hangul', /\p{Script=Hangul}/u],
] as const;
const KATAKANA = /[\u30a1-\u30f6]/g;
const TO_HIRAGANA = 0x60;

/** A text without what exporters differ in: case, width, spaces, carets and commas. */
export const plainText = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/[\^,]/g, ' ').replace(/\s+/g, ' ').trim();

/** The groups of a name that say something, by script. */
function groupsOf(name: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const part of name.split('=')) {
    const plain = plainText(part).replace(KATAKANA, (sign) => String.fromCharCode(sign.charCodeAt(0) - TO_HIRAGANA));
    if (plain === '') continue;
    const script = SCRIPTS.find(([, signs]) => signs.test(plain))?.[0] ?? 'alphabetic';
    groups.set(script, [...(groups.get(script) ?? []), plain]);
  }
  return groups;
}

/** Whether two names are of different persons: a group that both have is not the same. Names without a common group may be one. */
export function namesDiffer(a: string, b: string): boolean {
  const [ofA, ofB] = [groupsOf(a), groupsOf(b)];
  return [...ofA].some(([script, those]) => {
    const others = ofB.get(script);
    return others !== undefined && !those.some((group) => others.includes(group));
  });
}

/** Whether two names have a group of one script in common, so that they can be compared at all. */
const haveCommonScript = (a: string, b: string): boolean => {
  const ofB = groupsOf(b);
  return [...groupsOf(a).keys()].some((script) => ofB.has(script));
};

/**
 * Names in sets that nothing joins: between two sets no name shares a script with any of the other, not even by way of a
 * third name that has both. One set where all can be compared.
 */
export function comparableNames(names: readonly string[]): string[][] {
  let sets: string[][] = [];
  for (const name of names) {
    const [joined, apart] = [true, false].map((is) =>
      sets.filter((set) => set.some((other) => haveCommonScript(name, other)) === is),
    );
    sets = [...apart, [...joined.flat(), name]];
  }
  return sets.map((set) => names.filter((name) => set.includes(name)));
}
