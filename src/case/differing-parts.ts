import { InputError } from '../input-error';
import type { CaseFile } from './case-file';
import type { Region } from './case-inputs';
import { namedEntry } from './named-entry';
import { inheritedField, isDiffering, TISSUE_FIELDS } from './tissue-entry';

/**
 * Refuses a case that gives structures of one tissue different values, and does not say which of them what is made from
 * all of them has.
 * @throws InputError that names what is made of them, and the parts with their values.
 */
export function refuseDifferingParts({ organs = {} }: CaseFile, regions: readonly Region[], file: string): void {
  for (const field of TISSUE_FIELDS) {
    const made = regions.flatMap((region) => {
      if (namedEntry(organs, region.names)?.[field] !== undefined) return [];
      const found = inheritedField(region, field, organs);
      return isDiffering(found) ? [{ name: region.name, parts: found.parts }] : [];
    });
    if (made.length === 0) continue;
    const inWords = (value: unknown) => (value === undefined ? 'none' : JSON.stringify(value));
    throw new InputError({
      file,
      where: made.map(({ name }) => `organs.${name}.${field}`).join(', '),
      found: `nothing, and different values of what it is made from (${made[0].parts
        .map(({ name, value }) => `${name} ${inWords(value)}`)
        .join(', ')})`,
      needed: 'a value of its own, or the same for all that it is made from',
    });
  }
}
