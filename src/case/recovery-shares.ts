import { InputError } from '../input-error';
import type { CaseFile } from './case-file';

/** Shares of recovery are one for all prior courses, or one for each of them in their order. */
export function refuseOddShares({ courses, organs = {} }: CaseFile, file: string): void {
  const prior = courses.filter(({ role }) => role === 'prior').length;
  for (const [name, { recovery }] of Object.entries(organs)) {
    if (Array.isArray(recovery) && recovery.length !== prior) {
      throw new InputError({
        file,
        where: `organs.${name}.recovery`,
        found: `${recovery.length} share${recovery.length === 1 ? '' : 's'} for ${prior} prior course${prior === 1 ? '' : 's'}`,
        needed: 'one share for all prior courses, or one for each of them in their order',
      });
    }
  }
}
