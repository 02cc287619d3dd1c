import { InputError, type InputErrorParts, type RefusalKind } from './input-error';
import { VERSION } from './version';

/*
 * What a newer version of the program wrote may hold what this one does not know, and would lose by writing it again:
 * it is not read as far as it goes, not written over and not discarded.
 */

const WRITTEN_BY = /^isoeffect (\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:[-+].*)?$/;

/** The version of the program that wrote something, where that is a newer one than this. */
export function newerVersion(writtenBy: unknown, than = VERSION): string | undefined {
  const [of, own] = [writtenBy, `isoeffect ${than}`].map((text) => (typeof text === 'string' ? WRITTEN_BY.exec(text) : null));
  if (!of || !own) return undefined;
  const at = [1, 2, 3].find((n) => of[n] !== own[n]);
  return at !== undefined && Number(of[at]) > Number(own[at]) ? (writtenBy as string).replace('isoeffect ', '') : undefined;
}

/** `a newer Isoeffect (0.9.0)`; without the number where the file does not tell it. */
export const newerProgram = (version: string | undefined): string => `a newer Isoeffect${version ? ` (${version})` : ''}`;

/** What is needed to read it. */
export const neededProgram = (version: string | undefined): string =>
  `${version ? `Isoeffect ${version}` : 'that version'} or a later one: this is ${VERSION}`;

/** It was written by a newer version of the program, and this one cannot read it. */
export class NewerVersion extends InputError {
  override name = 'NewerVersion';

  constructor(
    parts: Omit<InputErrorParts, 'needed'> & { readonly needed?: string },
    readonly version: string | undefined,
  ) {
    super({ needed: neededProgram(version), ...parts });
  }

  protected override get kind(): RefusalKind {
    return 'newer-version';
  }
}
