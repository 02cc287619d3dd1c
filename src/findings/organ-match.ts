/*
 * How an ROI was taken for an organ.
 */

/** By its code and what its sentence is made of. */
export type OrganMatched =
  | { readonly code: 'by-user'; readonly facts: { readonly organ: string } }
  | { readonly code: 'not-matched'; readonly facts: Readonly<Record<string, never>> }
  | { readonly code: 'tg-263'; readonly facts: Readonly<Record<string, never>> }
  | { readonly code: 'guessed'; readonly facts: { readonly from: 'synonym' } }
  | { readonly code: 'made-by-program'; readonly facts: Readonly<Record<string, never>> };

/** The same in English. */
export function matchWords(match: OrganMatched): string {
  switch (match.code) {
    case 'by-user':
      return `taken for ${match.facts.organ} by the user's word`;
    case 'not-matched':
      return 'not matched to an organ';
    case 'tg-263':
      return 'TG-263 name';
    case 'guessed':
      return `guessed from its name (${match.facts.from})`;
    case 'made-by-program':
      return 'made by the program';
  }
}
