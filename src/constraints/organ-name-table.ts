import { z } from 'zod';
import { InputError } from '../input-error';
import { withoutInvisible } from '../printable';
import { schemaError } from './schema-error';
import names from './tables/organ-names.json';

const entry = z.strictObject({
  organ: z.string().min(1),
  laterality: z.enum(['L', 'R', 'both']).optional(),
  tg263: z.array(z.string().min(1)),
  synonyms: z.array(z.string().min(1)),
});
const table = z.strictObject({ version: z.string(), organs: z.array(entry).min(1) });

/** One organ with the names it goes by. */
export type OrganEntry = z.infer<typeof entry>;

/** Names of organs, ready to be looked up. */
export interface OrganNames {
  readonly entries: readonly OrganEntry[];
  /** By TG-263 name in lower case (TG-263 names differ in more than case). */
  readonly byTg263: ReadonlyMap<string, OrganEntry>;
  /** By any name, normalised. */
  readonly byName: ReadonlyMap<string, OrganEntry>;
}

/**
 * A name without what writers vary: case, spaces, underscores, hyphens, full-width forms, signs that cannot be seen.
 * Nothing else is dropped, so that `Cord_Ring` stays a name of its own.
 */
export function normalisedName(name: string): string {
  return withoutInvisible(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-\u2010-\u2015]/g, '');
}

/**
 * Reads a table of organ names (parsed JSON), the one that comes with the program or a user's copy of it.
 * @throws InputError naming file and field; also where one name stands for two organs.
 */
export function parseOrganNames(json: unknown, file: string): OrganNames {
  const result = table.safeParse(json);
  if (!result.success) throw schemaError(json, result.error, file);
  const byTg263 = new Map<string, OrganEntry>();
  const byName = new Map<string, OrganEntry>();
  for (const [n, organ] of result.data.organs.entries()) {
    for (const name of organ.tg263) byTg263.set(name.toLowerCase(), organ);
    for (const name of [...organ.tg263, ...organ.synonyms]) {
      const key = normalisedName(name);
      const other = byName.get(key);
      if (other && other !== organ) {
        throw new InputError({
          file,
          where: `organs[${n}]`,
          found: `"${name}" for ${organ.organ}, and already for ${other.organ}`,
          needed: 'each name for one organ only (case, spaces, underscores and hyphens do not tell names apart)',
        });
      }
      byName.set(key, organ);
    }
  }
  return { entries: result.data.organs, byTg263, byName };
}

/** The table that comes with the program. */
export const ORGAN_NAMES: OrganNames = parseOrganNames(names, 'organ-names.json');
