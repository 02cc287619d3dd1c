import type { Element } from 'dicom-parser';
import { MOST_LEVELS } from './claimed-sizes';
import { isVr } from './syntax-guess';

/** Where in the file the value of an element ends. */
export const endOf = (element: Element): number => element.dataOffset + element.length;

/**
 * Whether an element has a VR that exists, and lies with all within it inside of what it is in, and no deeper than any
 * object does; dicom-parser does not look.
 */
export function isSound(element: Element, explicitVr: boolean, levels = MOST_LEVELS): boolean {
  if (levels < 0) return false;
  const isPadding = element.tag === 'x00000000' || element.tag.startsWith('xfffe');
  if (explicitVr && !isPadding && !isVr(element.vr ?? '')) return false;
  const inner = explicitVr && element.vr !== 'UN';
  return (element.items ?? []).every((item) => {
    if (endOf(item) > endOf(element)) return false;
    const within = Object.values<Element>(item.dataSet?.elements ?? {});
    return within.every((child) => endOf(child) <= endOf(item) && isSound(child, inner, levels - 1));
  });
}
