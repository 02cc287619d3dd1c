import type { Roi } from '../dicom/rt-structure-set';
import { InputError } from '../input-error';

/*
 * An ROI is its number. Its name tells a person which it is; where ROIs share a name, the name and the number do:
 * `SpinalCord#3` is ROI number 3.
 */

/** An ROI of a structure set with a name that no other has. */
export interface NamedRoi {
  readonly roi: Roi;
  /** Its own name where that is enough, else `Name#number`. */
  readonly name: string;
  /** Whether it has a volume, or others of its name are to be preferred to it. */
  readonly isDrawn: boolean;
}

/**
 * Gives each ROI a name of its own. Of several ROIs of one name the only one with a volume keeps the name; several with
 * a volume, or none, are all told by their numbers. Where `Name#number` is what another ROI is really called, that one
 * keeps it and the number stands behind the name in quotation marks. An ROI without a name is told by its number.
 * @param isDrawn whether an ROI bounds a volume; asked once of each.
 */
export function nameRois(rois: readonly Roi[], isDrawn: (roi: Roi) => boolean): NamedRoi[] {
  const drawn = new Map(rois.map((roi) => [roi.number, isDrawn(roi)]));
  const sharing = new Map<string, Roi[]>();
  for (const roi of rois) sharing.set(roi.name, [...(sharing.get(roi.name) ?? []), roi]);
  return rois.map((roi) => {
    const same = sharing.get(roi.name) ?? [];
    const here = drawn.get(roi.number) === true;
    const only = same.length === 1 || (here && same.filter(({ number }) => drawn.get(number)).length === 1);
    const numbered = `${roi.name}#${roi.number}`;
    const told = sharing.has(numbered) ? `"${roi.name}"#${roi.number}` : numbered;
    return { roi, name: only && roi.name.trim() !== '' ? roi.name : told, isDrawn: here };
  });
}

/**
 * The names that a case may use of an ROI, the most particular first: its own, `Name#number`, and the name that it may
 * share with others.
 */
export function namesOf({ roi, name }: NamedRoi, all: readonly NamedRoi[]): string[] {
  const numbered = `${roi.name}#${roi.number}`;
  const isTaken = all.some((other) => other.roi.name === numbered && other.roi.number !== roi.number);
  return [...new Set([name, ...(isTaken ? [`"${roi.name}"#${roi.number}`] : [numbered]), roi.name])];
}

/**
 * The ROI that a name stands for; undefined where there is none.
 * @param where the field or option that has the name, for the message.
 * @throws InputError where several ROIs that have a volume share the name.
 */
export function roiNamed(text: string, all: readonly NamedRoi[], where: string, file?: string): NamedRoi | undefined {
  const exact = all.find(({ name }) => name === text);
  if (exact) return exact;
  const numbered = all.find((each) => namesOf(each, all).includes(text) && each.roi.name !== text);
  if (numbered) return numbered;
  const same = all.filter(({ roi }) => roi.name === text);
  if (same.length < 2) return same[0];
  throw new InputError({
    file,
    where,
    found: `"${text}", the name of ${same.length} ROIs (numbers ${same.map(({ roi }) => roi.number).join(', ')})`,
    needed: `the one that is meant: ${same.map(({ name }) => `"${name}"`).join(' or ')}`,
  });
}
