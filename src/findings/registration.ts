import type { WordTable } from './words';

/** What doses and contours say about the registrations that carry them. */
export const REGISTRATION = {
  'own-structures-unused': {
    title: 'A course’s own contours not used',
    message: ({ course }: { course: string }) =>
      `The structures of course "${course}" are not drawn in the frame of reference of its dose; its doses cannot be compared with those on its own contours.`,
  },
  'sum-above-own-maxima': {
    title: 'Sum above the courses’ own maxima',
    message: ({ roi, sumGy, boundGy }: { roi: string; sumGy: number; boundGy: number }) =>
      `${roi}: the summed D0.03cc (${sumGy.toFixed(1)} Gy EQD2) is more than the courses' own near maxima in it together (${boundGy.toFixed(1)} Gy). Prior dose from outside the organ was carried into it: check the registration there.`,
  },
  'carried-dose-differs': {
    title: 'Prior dose differs on its own contours',
    message: ({ roi, course, ownGy, carriedGy }: { roi: string; course: string; ownGy: number; carriedGy: number }) =>
      `${roi}: D0.03cc of course "${course}" is ${ownGy.toFixed(1)} Gy EQD2 on its own contours and ${carriedGy.toFixed(1)} Gy carried onto today's. The organ is drawn differently or longer, or the registration does not fit there.`,
  },
} satisfies WordTable;
