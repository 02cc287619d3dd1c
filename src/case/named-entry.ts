/**
 * What a record of the case has under the first of some names: names that users give may be `constructor` or
 * `__proto__`, which every object seems to have.
 */
export function namedEntry<T>(record: Readonly<Record<string, T>>, names: readonly string[]): T | undefined {
  const name = names.find((each) => Object.hasOwn(record, each));
  return name === undefined ? undefined : record[name];
}
