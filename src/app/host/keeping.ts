/** What is kept of cases from one start to the next; `traces`: records of faults that the platform leaves by itself. */
export const KEPT_KINDS = ['drafts', 'recent', 'traces'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** Whether anything is kept on this computer, and what stands in no list. */
export interface Keeping {
  /** Nothing is written, by whose word: a person's in the window, or that of whoever looks after the computer. */
  readonly nothingBy?: 'person' | 'administrator';
  /** Where it is kept, where that is a folder. */
  readonly folder?: string;
  /** Other users of this computer may be able to read it: the disk has no permissions, or does not let them be set. */
  readonly isOpenToOthers?: true;
  /** The list of recent cases was written by a newer version of the program: it is left as it is. */
  readonly isRecentOfNewer?: true;
  readonly traces: { readonly count: number; readonly size: number };
}

const NO = ['', '0', 'false', 'no', 'off'];

/**
 * Whether whoever looks after a computer has said that nothing is kept there: by a switch, or for all programs by the
 * environment. A value that is none of the words for no counts as yes: what it was meant to protect is not written.
 */
export const isToldToKeepNothing = (
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): boolean => argv.includes('--keep-nothing') || !NO.includes((environment.ISOEFFECT_KEEP_NOTHING ?? '').trim().toLowerCase());
