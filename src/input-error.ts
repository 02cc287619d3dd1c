import { printable } from './printable';

/** What an `InputError` is about. `where` is a DICOM tag with its name, or a field of a case file, or a command option. */
export interface InputErrorParts {
  readonly file?: string | undefined;
  readonly where?: string | undefined;
  readonly found: string;
  readonly needed: string;
}

/**
 * What a refusal is about, as far as its place tells: a DICOM attribute or an entry of the case (a command option) that
 * is not there or cannot be used, a file as a whole, a file that is no DICOM, the input as a whole, files of
 * different patients, courses that no registration joins, a file that is not among those that were opened, files
 * that are not those which a case was worked on with, or what a newer version of this program wrote.
 */
export type RefusalKind =
  | 'tag-missing'
  | 'tag-value'
  | 'entry-missing'
  | 'entry-value'
  | 'file'
  | 'not-dicom'
  | 'input'
  | 'patients-differ'
  | 'not-registered'
  | 'not-opened'
  | 'other-files'
  | 'newer-version';

/** An `InputError` in plain JSON. */
export type Refusal = {
  readonly kind: RefusalKind;
  readonly file?: string;
  readonly where?: string;
  readonly found: string;
  readonly needed: string;
  /** Of `not-registered`: the name of the course that nothing carries. */
  readonly course?: string;
  /** Of `patients-differ`: every identity that occurs, as the case's `samePatient` has to list them. */
  readonly identities?: readonly {
    readonly id: string;
    readonly name: string;
    readonly birthDate: string;
    readonly sex: string;
  }[];
  /** Of `other-files`: whose files the case was worked on with (left out where nobody knows), whose are open, and which. */
  readonly owners?: {
    readonly of?: { readonly id: string; readonly name: string };
    readonly here: readonly { readonly id: string; readonly name: string }[];
    readonly files: readonly string[];
  };
};

/** Longer than any list that a person would read in one sentence. */
const LONGEST_FOUND = 2000;
/** What is needed may be one of many names. */
const LONGEST_NEEDED = 10_000;
/** Of a path, and of the names of the entries that lead to a field: beginning and end tell it. */
const LONGEST_PLACE = 300;

/** The sentence of a refusal, on one line; what was found in a file cannot act on a terminal. */
export function refusalSentence({ file, where, found, needed }: InputErrorParts): string {
  const places = [file, where].flatMap((place) => (place ? [printable(place, LONGEST_PLACE)] : []));
  const at = places.map((place) => `${place}: `).join('');
  return `${at}found ${printable(found, LONGEST_FOUND)}; needed ${printable(needed, LONGEST_NEEDED)}`;
}

/**
 * The input cannot be used. One line for a clinician or a physicist: which file, which tag or field, what was found,
 * what is needed. The command line ends with status 2 on it and nothing is written.
 */
export class InputError extends Error {
  readonly file: string | undefined;
  readonly where: string | undefined;
  readonly found: string;
  readonly needed: string;

  constructor(parts: InputErrorParts) {
    super(refusalSentence(parts));
    this.name = 'InputError';
    this.file = parts.file;
    this.where = parts.where;
    this.found = printable(parts.found, LONGEST_FOUND);
    this.needed = printable(parts.needed, LONGEST_NEEDED);
  }

  /** The same refusal of a file, where it names a field and no file. */
  inFile(file: string): InputError {
    const { where, found, needed } = this;
    const isOfItsOwnKind = this.constructor !== InputError;
    return this.file !== undefined || !where || isOfItsOwnKind ? this : new InputError({ file, where, found, needed });
  }

  /** The refusal as data, for those who show it. */
  get refusal(): Refusal {
    const { file, where, found, needed } = this;
    return { kind: this.kind, ...(file !== undefined && { file }), ...(where !== undefined && { where }), found, needed };
  }

  protected get kind(): RefusalKind {
    if (!this.where) return this.file ? 'file' : 'input';
    const what = /^\([0-9A-F]{4},[0-9A-F]{4}\)/.test(this.where) ? 'tag' : 'entry';
    return /^nothing\b/.test(this.found) ? `${what}-missing` : `${what}-value`;
  }
}
