/** Names of courses in a row. */
export const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
