import type { Assessment, CourseResult } from '../evaluation/assessment';
import { ofPrescription, type PrescribedDose } from '../findings/plausibility';

/** A course whose dose is about what is prescribed, and not near it. */
export type OffPrescription = PrescribedDose & Pick<CourseResult, 'role'>;

/** The courses of which that was found, in the order of the findings. */
export const offPrescription = ({ findings, courses }: Pick<Assessment, 'findings' | 'courses'>): readonly OffPrescription[] =>
  findings.flatMap((finding) => {
    if (finding.code !== 'dose-off-prescription') return [];
    const role = courses.find(({ name }) => name === finding.facts.course)?.role ?? 'prior';
    return [{ ...finding.facts, role }];
  });

/** `38.1 Gy of 50.4 Gy`, as figures that the sentences of a language are made of. */
export const offFigures = (off: OffPrescription) => ({
  course: off.course,
  percent: ofPrescription(off),
  ...(off.measured === 'median-in-target' && { target: off.target }),
});
