import type { DraftHead } from '../host/draft-head';
import type { AppState } from './store';

/** What the draft of the sitting is kept under; a case that was made without one is known by what it is called. */
export const draftKey = ({ place, label }: Pick<AppState, 'place' | 'label'>): string => place.draft ?? `unsaved:${label}`;

/** What a case is called in the list of drafts. Earlier versions kept drafts under the case's path, or a time and a name. */
export const draftLabel = ({ key, label }: Pick<DraftHead, 'key' | 'label'>): string =>
  label ?? key.replace('unsaved:', '').split('/').at(-1) ?? key;

/** Whether a draft is of a case: of its identity; of an earlier version's drafts only the path tells it. */
export const isDraftOf = (head: DraftHead, identity: string, path: string): boolean =>
  head.identity === undefined ? head.key === path : head.identity === identity;
