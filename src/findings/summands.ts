/** More are not read one by one. */
const MOST = 8;

/** Numbers that are added up, in any language: of many the first ones and the last. */
export function summands(counts: readonly (number | string)[]): string {
  if (counts.length <= MOST) return counts.join(' + ');
  return [...counts.slice(0, MOST - 2), '…', counts[counts.length - 1]].join(' + ');
}
