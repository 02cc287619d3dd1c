import type { WordTable } from './words';

/** A derived structure and what it is made of. */
export type Derived = { readonly name: string; readonly expression: string };

/** What was made of the names and frames of a structure set. */
export const ANATOMY = {
  'roi-in-another-frame': {
    title: 'ROI in another frame of reference',
    message: ({ rois, frame, others }: { rois: readonly string[]; frame: string; others: string }) =>
      `ROIs ${rois.join(', ')} are drawn in frame ${frame}, the others in ${others}; they are left out.`,
  },
  'roi-names-guessed': {
    title: 'Organs guessed from ROI names',
    message: ({ taken }: { taken: readonly { roi: string; organ: string }[] }) =>
      `Taken for organs by common names, not TG-263 names: ${taken.map(({ roi, organ }) => `${roi} as ${organ}`).join(', ')}. Check them; \`organs\` in the case file overrides.`,
  },
  'roi-not-matched': {
    title: 'ROI not known as organs',
    message: ({ rois }: { rois: readonly string[] }) =>
      `Not known as organs by name and not evaluated: ${rois.join(', ')}. Give an ROI an entry with \`alphaBetaGy\` under \`organs\` to evaluate it.`,
  },
  'derived-by-program': {
    title: 'Structures made by the program',
    message: ({ derived }: { derived: readonly Derived[] }) =>
      `Made by the program because the constraint sets ask for them: ${derived.map(({ name, expression }) => `${name} = ${expression}`).join('; ')}.`,
  },
  'derived-empty': {
    title: 'Derived structures are empty',
    message: ({ derived }: { derived: readonly Derived[] }) =>
      `Derived structures that are empty and not evaluated: ${derived.map(({ name, expression }) => `${name} (${expression})`).join('; ')}.`,
  },
  'organ-ambiguous': {
    title: 'Several ROIs for one organ',
    message: ({ rois, organ }: { rois: readonly string[]; organ: string }) =>
      `${rois.join(' and ')} are all taken for ${organ}; each is evaluated against its goals. Say which is meant under \`organs\`.`,
  },
  'alpha-beta-assumed': {
    title: 'α/β assumed',
    message: ({ rois, alphaBetaGy, source }: { rois: readonly string[]; alphaBetaGy: number; source: string }) =>
      `No published alpha/beta is in the tissue table for ${rois.join(', ')}; ${alphaBetaGy} Gy is assumed (${source}).`,
  },
} satisfies WordTable;
