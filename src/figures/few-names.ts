const MOST_NAMES = 6;

/** The first few, and how many more. */
export function fewNames<T>(items: readonly T[], say: (item: T) => string): string {
  const more = items.length - MOST_NAMES;
  const said = items.slice(0, MOST_NAMES).map(say).join(', ');
  return more > 0 ? `${said} and ${more} more` : said;
}
