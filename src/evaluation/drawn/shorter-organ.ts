import type { Region } from '../../case/case-inputs';
import { type Finding, makeFinding } from '../../findings/finding';
import { continuationOf } from '../../geometry/continuation';
import { affinePart } from '../../geometry/point-map';
import type { Slab } from '../../geometry/slab-stack';
import { invert } from '../../geometry/transform';
import { wholePart } from '../../geometry/whole-part';
import type { DrawnAnatomy } from './drawn-anatomy';
import { slabsBeside, slabsInLine } from './in-line';
import { limitCrossed } from './limit-crossed';
import { carriedExtent, SERIAL } from './smaller-organ';

/** Two planners end an organ within so much of one another, mm, a registration included; a bound of this program's own. */
const SAME_END_MM = 10;
/** Whose ends are looked for in the fields themselves. */
const LOOKED_AT = new Set(['SpinalCord', 'Esophagus']);
/** Airways go over into one another, side by side. */
const AIRWAY = /^(Trachea|Bronch)/;

/**
 * Serial organs that a prior course's own contours, carried over, have further along the slices, and that would be above
 * a limit which they meet as drawn if they went on as far. Where a trachea or a vessel ends by nature nobody can tell
 * from a field; where somebody drew it before, he can.
 * @param anatomy today's.
 */
export function shorterOrganFindings({ inputs, paths, redrawn, whole }: DrawnAnatomy): Finding[] {
  const { courses, regions, structures } = inputs;
  const { file } = structures;
  return regions.flatMap((region): Finding[] => {
    const { organ, name: roi } = region;
    if (organ === undefined || !SERIAL.test(organ) || LOOKED_AT.has(organ) || region.derived?.byProgram) return [];
    const stack = wholePart(region.stack);
    // Of an organ that is drawn in parts the next one goes on.
    if (regions.some((other) => other !== region && other.organ === organ)) return [];
    const found = courses.flatMap((course, c) => {
      const own = course.role === 'prior' && !course.isApart ? course.ownStacks?.get(organ) : undefined;
      const path = paths[c];
      if (!own || !path) return [];
      const [from, to] = carriedExtent(stack, own, invert(affinePart(path.map)));
      const [bottom, top] = [stack.slabs[0].bottomMm, stack.slabs[stack.slabs.length - 1].topMm];
      const { below, above } = continuationOf(
        stack,
        bottom - from > SAME_END_MM ? from : bottom,
        to - top > SAME_END_MM ? to : top,
      );
      const beyond = {
        below: notDrawn(below.toReversed(), region, regions).reverse(),
        above: notDrawn(above, region, regions),
      };
      const limit = limitCrossed(redrawn(region, beyond), whole);
      return limit ? [{ course: course.name, mm: Math.max(bottom - from, to - top), crossed: limit }] : [];
    });
    const [worst] = found.toSorted((a, b) => b.crossed.carriedOnGy - a.crossed.carriedOnGy);
    return worst ? [makeFinding('organ-shorter-than-on-prior', 'error', { roi, ...worst }, { file, roi, answerable: true })] : [];
  });
}

/** As far as nothing else begins that lies in its place, or that it goes over into. @param slabs from the organ outwards. */
function notDrawn(slabs: readonly Slab[], region: Region, regions: readonly Region[]): Slab[] {
  const { organ = '', stack } = region;
  const isAirway = AIRWAY.test(organ);
  const drawn = new Set(
    regions.flatMap((other) => {
      if (other === region || other.organ === undefined || !SERIAL.test(other.organ)) return [];
      const isNext = isAirway && AIRWAY.test(other.organ);
      return (isNext ? slabsBeside : slabsInLine)(slabs, stack, other.stack);
    }),
  );
  const first = slabs.findIndex((slab) => drawn.has(slab));
  return first < 0 ? [...slabs] : slabs.slice(0, first);
}
