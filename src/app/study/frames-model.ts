import type { Inspection } from '../../inspection/inspect';

/** A frame of reference with a short name for people, and what is in it. */
export interface FoundFrame {
  readonly uid: string;
  readonly letter: string;
  readonly contents: readonly { readonly kind: 'dose' | 'structures' | 'ct'; readonly label: string }[];
}

/** A registration between two frames. */
export interface FoundJoin {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** All frames of an inspection, those that registrations join side by side, and each with a letter. */
export function foundFrames(inspection: Inspection): FoundFrame[][] {
  let count = 0;
  return inspection.frameGroups.map((group) =>
    group.map((uid) => ({ uid, letter: letterOf(count++), contents: contentsOf(inspection, uid) })),
  );
}

/** A to Z, then A1 to Z1 and so on. */
function letterOf(n: number): string {
  return String.fromCharCode(65 + (n % 26)) + (n < 26 ? '' : Math.floor(n / 26));
}

function contentsOf({ doses, structureSets, ctSeries }: Inspection, uid: string): FoundFrame['contents'] {
  return [
    ...doses
      .filter(({ frameOfReferenceUid }) => frameOfReferenceUid === uid)
      .map(({ file, plan }) => ({ kind: 'dose' as const, label: plan?.label || file })),
    ...structureSets
      .filter(({ frameOfReferenceUids }) => frameOfReferenceUids.includes(uid))
      .map(({ file, label }) => ({ kind: 'structures' as const, label: label || file })),
    ...ctSeries
      .filter(({ frameOfReferenceUid }) => frameOfReferenceUid === uid)
      .map(({ description, firstFile }) => ({ kind: 'ct' as const, label: description || firstFile })),
  ];
}

export const foundJoins = ({ registrations }: Inspection): FoundJoin[] =>
  registrations.flatMap(({ file, from, to }) => from.map((source) => ({ file, from: source, to })));

/** Letter of a frame, by its UID. */
export const lettersOf = (groups: readonly (readonly FoundFrame[])[]): ReadonlyMap<string, string> =>
  new Map(groups.flat().map(({ uid, letter }) => [uid, letter]));
