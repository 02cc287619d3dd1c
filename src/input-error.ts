/** What an `InputError` is about. `where` is a DICOM tag with its name, or a field of a case file, or a command option. */
export interface InputErrorParts {
  readonly file?: string | undefined;
  readonly where?: string | undefined;
  readonly found: string;
  readonly needed: string;
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
    const place = [parts.file, parts.where].filter(Boolean).join(': ');
    super(`${place ? `${place}: ` : ''}found ${parts.found}; needed ${parts.needed}`);
    this.name = 'InputError';
    this.file = parts.file;
    this.where = parts.where;
    this.found = parts.found;
    this.needed = parts.needed;
  }
}
