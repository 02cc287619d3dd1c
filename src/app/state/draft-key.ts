import type { AppState } from './store';

const NEVER_SAVED = 'unsaved:';

/** What a draft is kept under: the case's own place, or for one that was never saved what it was given when it was made. */
export const draftKey = ({ place, label }: AppState): string => place.path ?? place.draft ?? `${NEVER_SAVED}${label}`;

/** Two cases made of one folder do not overwrite each other's drafts. */
export const newDraftKey = (label: string, now: Date): string => `${NEVER_SAVED}${now.toISOString()}/${label}`;

/** What a case is called in the list of drafts. */
export const draftLabel = (key: string): string => key.replace(NEVER_SAVED, '').split('/').at(-1) ?? key;
