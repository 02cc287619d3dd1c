import { newerVersion } from '../../newer-version';

/** Whose a draft is: ID and name as the files of its case state them. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** `DOE JANE (123)`, as far as it is there: of several groups of signs the first. */
export const personText = ({ id, name }: Person): string =>
  [name.split('=')[0].replaceAll('^', ' ').replace(/\s+/g, ' ').trim(), id && `(${id})`].filter(Boolean).join(' ');

/** What is kept of a case that is not saved, without the case itself. */
export interface DraftHead {
  /** One for each sitting with a case; of drafts of earlier versions the case's path, or what stood for one. */
  readonly key: string;
  /** ISO 8601, by the clock of then. */
  readonly savedAt: string;
  /** The same by what was believed of the clock then; earlier versions kept none. */
  readonly keptAt?: string;
  /** Counts whatever is kept, so that a clock that is set back changes no order; 0 in what earlier versions kept. */
  readonly turn: number;
  /** Of the content, signs. */
  readonly size: number;
  /** Of the case: its UID, or `sha256:` and the hash of its text as it was opened. Earlier versions kept none. */
  readonly identity?: string;
  /** What the case is called. */
  readonly label?: string;
  /** Where it lay: for information, it decides nothing. */
  readonly path?: string;
  readonly patient?: Person;
  /** The program that wrote it. */
  readonly writtenBy?: string;
  /** It is kept in a way that only a newer version of the program knows. */
  readonly isOfNewer?: true;
  /** The draft that it was gone on from: all of that one is in it. */
  readonly continues?: Pick<DraftHead, 'key' | 'turn'>;
}

/**
 * The key of the draft that another one goes on from, and takes the place of when it is kept: in one step with that, for
 * the page may be gone the next moment. None where another window has changed it since.
 */
export const supersededBy = ({ continues }: Pick<DraftHead, 'continues'>, heads: readonly DraftHead[]): string | undefined =>
  heads.find(({ key, turn }) => key === continues?.key && turn === continues.turn)?.key;

/** What a draft's content says of itself; nothing of a content that cannot be read. */
export function aboutContent(
  content: string,
): Pick<DraftHead, 'identity' | 'label' | 'path' | 'patient' | 'writtenBy' | 'continues'> {
  let root: unknown;
  try {
    root = JSON.parse(content);
  } catch {
    return {};
  }
  const { identity, label, path, patient, writtenBy, continues } = (root ?? {}) as Readonly<Record<string, unknown>>;
  const { id, name } = (patient ?? {}) as Readonly<Record<string, unknown>>;
  const { key, turn } = (continues ?? {}) as Readonly<Record<string, unknown>>;
  return {
    ...(typeof identity === 'string' && { identity }),
    ...(typeof label === 'string' && { label }),
    ...(typeof path === 'string' && { path }),
    ...(typeof id === 'string' && typeof name === 'string' && { patient: { id, name } }),
    ...(typeof writtenBy === 'string' && { writtenBy }),
    ...(typeof key === 'string' && typeof turn === 'number' && { continues: { key, turn } }),
  };
}

/** Newest first: by the count, and among drafts of earlier versions by their clocks. */
export const newestFirst = <Head extends Pick<DraftHead, 'turn' | 'savedAt'>>(heads: readonly Head[]): Head[] =>
  heads.toSorted((a, b) => b.turn - a.turn || b.savedAt.localeCompare(a.savedAt));

/** Whether a newer version of the program wrote it: that one lets it go. */
export const isOfNewer = (head: Pick<DraftHead, 'isOfNewer' | 'writtenBy'>): boolean =>
  head.isOfNewer === true || newerVersion(head.writtenBy) !== undefined;

/** The count of what is kept next. */
export const nextTurn = (heads: readonly Pick<DraftHead, 'turn'>[]): number =>
  heads.reduce((last, { turn }) => Math.max(last, turn), 0) + 1;
