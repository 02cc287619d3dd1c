import { z } from 'zod';
import tissueJson from './tissues.json';

/*
 * Radiobiological values by tissue and endpoint. Every number has its source and a mark: `seen` (read in the paper's own
 * text or abstract), `seen-2` (read in a work that restates it), `known` (established, not re-read). Nothing unsure.
 */

const evidence = z.enum(['seen', 'seen-2', 'known']);
const range = z.tuple([z.number(), z.number()]).readonly();
const cited = { endpoint: z.string().min(1), source: z.string().min(1), evidence };

const alternative = z.strictObject({ alphaBetaGy: z.number().positive(), rangeGy: range.optional(), ...cited });
const repair = z.strictObject({
  halfTimeHours: z.number().positive(),
  rangeHours: range,
  /** The value is of another tissue or endpoint, for want of one of its own; to be said wherever it is used. */
  surrogate: z.boolean(),
  ...cited,
});
const tissue = z.strictObject({
  id: z.string(),
  organs: z.array(z.string()),
  alphaBetaGy: z.number().positive(),
  /** Confidence interval or range in use; left out where the source gives none. */
  rangeGy: range.optional(),
  rangeNote: z.string().optional(),
  ...cited,
  /** Values for other endpoints or from other sources, shown beside the default. */
  alternatives: z.array(alternative),
  /** Half-time of repair between fractions on one day; left out where no usable value was found. */
  repair: repair.optional(),
});

export type Tissue = z.infer<typeof tissue>;
export type AlternativeAlphaBeta = z.infer<typeof alternative>;
export type RepairHalfTime = z.infer<typeof repair>;

/** All tissues of the table; the last, `other`, is for what is not in it. */
export const TISSUES: readonly Tissue[] = z
  .strictObject({ version: z.string(), tissues: z.array(tissue) })
  .parse(tissueJson).tissues;

const byOrgan = new Map(TISSUES.flatMap((entry) => entry.organs.map((organ) => [organ, entry] as const)));
const OTHER = TISSUES.find(({ id }) => id === 'other')!;

/**
 * The tissue values of a canonical organ id. A planning risk volume (`SpinalCord_PRV`) has its organ's values.
 * @returns the tissue `other` (alpha/beta 3 Gy, assumed) for an id that is not in the table and for undefined: compare
 * its `id`, and say so to the user.
 */
export function tissueFor(organ: string | undefined): Tissue {
  return byOrgan.get(organ?.replace(/_PRV$/, '') ?? '') ?? OTHER;
}
