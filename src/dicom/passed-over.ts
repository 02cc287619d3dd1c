import { makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import type { DataSet } from './data-set';

/**
 * A value that a file may do without: where it cannot be read it is none, which is told, and the rest of the file stands.
 */
export function passedOver<T>(data: DataSet, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const facts = { where: error.where ?? '', found: error.found };
    data.findings.push(makeFinding('value-passed-over', 'warning', facts, { file: data.file }));
    return undefined;
  }
}
