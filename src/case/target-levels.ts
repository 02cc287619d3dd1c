import type { SlabStack } from '../geometry/slab-stack';
import { stackVolumeMm3 } from '../geometry/stack-volume';
import type { Steps } from './steps';

/** A target drawn twice, or rounded by another program. */
const SAME_SHARE = 0.02;
/** More than that is no drawing of the same target: 1 mm about one of 100 cc. */
const LARGER_SHARE = 0.1;

/** What of a target's name is a level of a simultaneous boost, a site or a number, and nothing else. */
const LEVEL = /^(?:\d+(?:\.\d+)?(?:c?gy)?|gy|cgy|high|hi|mid|low|lo|boost|bst|primary|nodal|elective|sib|nd|ln|[pntm]\d*)$/i;
const LEAST_DOSE_GY = 10;
/** Above these a number is cGy, and tenths of Gy: `5040`, `504`. */
const CENTIGRAY_FROM = 1000;
const TENTHS_FROM = 100;

interface Level {
  /** Nothing but words of levels, or nothing, stands behind the kind. */
  readonly isTold: boolean;
  readonly isBare: boolean;
  readonly isNumbered: boolean;
  readonly rank: 0 | 1 | 2 | undefined;
  readonly doseGy: number | undefined;
  /** The number cannot be a margin in mm. */
  readonly isSurelyDose: boolean;
}

function levelOf(name: string): Level {
  const text = name.normalize('NFKC').trim();
  const rest = /^ptv(.*)$/i.exec(text)?.[1];
  const words = (rest ?? text).split(/[\s_-]+/).filter(Boolean);
  const numbers = words.flatMap((word) => {
    const found = /(?<!\d)(\d+(?:\.\d+)?)(c?gy)?$/i.exec(word);
    return found ? [{ value: Number(found[1]), isUnit: found[2] !== undefined || found[1].includes('.') }] : [];
  });
  const dose = numbers.find(({ value, isUnit }) => isUnit || value >= LEAST_DOSE_GY);
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const rank = has(/^(?:high|hi|boost|bst)$/i) ? 2 : has(/^mid$/i) ? 1 : has(/^(?:low|lo|elective)$/i) ? 0 : undefined;
  return {
    isTold: rest !== undefined && words.every((word) => LEVEL.test(word)),
    isBare: rest !== undefined && words.length === 0,
    isNumbered: words.length > 0 && words.every((word) => /^\d+$/.test(word)),
    rank,
    doseGy: dose && inGy(dose.value),
    isSurelyDose: dose !== undefined && (dose.isUnit || dose.value >= TENTHS_FROM),
  };
}

const inGy = (value: number): number => (value >= CENTIGRAY_FROM ? value / 100 : value >= TENTHS_FROM ? value / 10 : value);

/**
 * Whether the names of two PTVs tell why one has the other within it: `PTV`, of which the other is a part, or the lower
 * of two levels, as `PTV_5040` about `PTV_5880`. A bare number about a bare `PTV` may be a margin as well.
 */
export function isLevelOver(outerName: string, innerName: string): boolean {
  const [outer, inner] = [levelOf(outerName), levelOf(innerName)];
  if (!outer.isTold) return false;
  if (outer.isBare) return true;
  if (outer.doseGy !== undefined && inner.doseGy !== undefined) {
    return outer.doseGy < inner.doseGy && (outer.isSurelyDose || outer.doseGy > inner.doseGy / 2);
  }
  if (outer.rank !== undefined && inner.rank !== undefined) return outer.rank < inner.rank;
  if (outer.rank === 2) return false;
  if (outer.isNumbered && !outer.isSurelyDose) return inner.isTold && !inner.isBare;
  return true;
}

/** Whether a solid has another within it and is larger than that by more than two drawings of one target differ. */
export function isWithin(outer: SlabStack, inner: SlabStack, { derivedStack }: Pick<Steps, 'derivedStack'>): boolean {
  const [outerMm3, innerMm3] = [outer, inner].map(stackVolumeMm3);
  if (!(outerMm3 > (1 + LARGER_SHARE) * innerMm3)) return false;
  return stackVolumeMm3(derivedStack('inner - outer', { inner, outer })) <= SAME_SHARE * innerMm3;
}
