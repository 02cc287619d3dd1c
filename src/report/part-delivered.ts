import type { CaseInputs } from '../case/case-inputs';

/** A phase whose dose is counted at fewer fractions than were planned. */
interface PartDelivered {
  readonly course: string;
  readonly phase: string;
  /** `15 of 25` */
  readonly count: string;
}

/** The phases with a dose grid of which not all planned fractions count. */
export const partsDelivered = ({ courses }: Pick<CaseInputs, 'courses'>): readonly PartDelivered[] =>
  courses.flatMap(({ name: course, phases }) =>
    phases.flatMap(({ name: phase, fractions, deliveredShare, dose }) =>
      dose.kind === 'grid' && deliveredShare < 1
        ? [{ course, phase, count: `${fractions} of ${Math.round(fractions / deliveredShare)}` }]
        : [],
    ),
  );

/** DoseComment and what else is a DICOM LO holds so many characters (PS3.5, 6.2). */
const LONGEST_LO = 64;

/** A file's comment: what it holds, whether some of it is unknown, and of which courses not all fractions count. */
export function doseComment(alphaBetaGy: number, isPartlyUnknown: boolean, parts: readonly PartDelivered[]): string {
  const model = `EQD2, a/b ${alphaBetaGy} Gy, no recovery${isPartlyUnknown ? '; partly unknown' : ''}`;
  const counts = parts.map(({ count }) => count).join(', ');
  const of = parts.length > 0 ? [`; ${counts} fractions`, `; ${counts}`, '; not all fractions'] : [''];
  const forms = of.flatMap((words) => [`Cumulative ${model}${words}`, model + words]);
  return (forms.find((form) => form.length <= LONGEST_LO) ?? model).slice(0, LONGEST_LO);
}

/** The same in full: ` Of course "A", P, 15 of 25 fractions count.`; nothing where all do. */
export const partWords = (parts: readonly PartDelivered[], longest: number): string => {
  const each = parts.map(({ course, phase, count }) => `of course "${course}", ${phase}, ${count} fractions`).join('; ');
  if (each === '') return '';
  const counts = parts.map(({ count }) => count).join(', ');
  return ` Counted are ${each.length > longest ? `of the courses in their order ${counts} fractions` : each}.`;
};
