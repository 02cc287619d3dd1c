import { InputError } from '../input-error';

/** Does something, and says refusals of what was asked in the names of the command line's switches. */
export function bySwitches<Result>(switches: Readonly<Record<string, string>>, does: () => Result): Result {
  try {
    return does();
  } catch (error) {
    if (!(error instanceof InputError) || error.where === undefined) throw error;
    if (!Object.hasOwn(switches, error.where)) throw error;
    const { file, where, found, needed } = error;
    throw new InputError({ file, where: switches[where], found, needed });
  }
}
