import type { WordTable } from './words';

/** A derived structure and what it is made of. */
export type Derived = { readonly name: string; readonly expression: string };

/** What the program derived; `besides` is the name that something drawn or derived by the case has. */
export type MadeByProgram = Derived & { readonly besides?: string };

/** What is taken for the oesophagus, and why it has no part outside the planned PTVs. */
export type NotToldApart = {
  readonly why: 'several' | 'derived' | 'quotation-mark' | 'no-ptv';
  readonly rois: readonly string[];
};

/** Why it is not known which ROI is the planned PTV, and which ROIs it may be about. */
export type PtvNotKnown = {
  readonly why: 'no-ptv-named' | 'perhaps-earlier' | 'help-only' | 'one-within-another';
  readonly rois: readonly string[];
  /** Of `one-within-another`: the ROI that has the other within it. */
  readonly outer?: string;
  readonly inner?: string;
};

const PTV_NOT_KNOWN: Readonly<Record<PtvNotKnown['why'], (facts: PtvNotKnown) => string>> = {
  'no-ptv-named': ({ rois }) =>
    `None of the targets of the planned course (${rois.join(', ')}) is a PTV drawn here: the oesophagus is not told apart inside and outside the planned PTV.`,
  'perhaps-earlier': ({ rois }) =>
    `The case names no target of the planned course, and of the PTVs drawn (${rois.join(', ')}) some may be of an earlier one: the oesophagus is not told apart inside and outside the planned PTV. Name the planned targets.`,
  'help-only': ({ rois }) =>
    `The case names no target of the planned course, and what is called a PTV here (${rois.join(', ')}) is by its name or its type a help structure of planning or no PTV: the oesophagus is not told apart inside and outside the planned PTV. Name the planned targets.`,
  'one-within-another': ({ rois, outer, inner }) =>
    `The case names no target of the planned course, and of the PTVs drawn (${rois.join(', ')}) ${outer} has ${inner} within it without a name that says why: it may be a help structure of planning. The oesophagus is not told apart inside and outside the planned PTV. Name the planned targets.`,
};

const NOT_TOLD_APART: Readonly<Record<NotToldApart['why'], (rois: string) => string>> = {
  several: (rois) => `Several are taken for the oesophagus (${rois}). Say in the case which is meant`,
  derived: (rois) => `The case derives the oesophagus (${rois}), and the parts are made of what is drawn`,
  'quotation-mark': (rois) =>
    `The name of the oesophagus (${rois}) or of a PTV has a quotation mark, which no expression can hold`,
  'no-ptv': (rois) => `No PTV of the planned course is drawn beside the oesophagus (${rois})`,
};

/** ROIs of one name: those with a volume and what they are called, and the numbers of those without. */
export type SharedName = {
  readonly roi: string;
  readonly drawn: readonly { readonly name: string; readonly roiNumber: number }[];
  readonly empty: readonly number[];
};
/** Why an organ has no region. */
export type MissingHow = 'not contoured' | 'no volume' | 'other frame' | 'no number' | 'one side' | 'ambiguous' | 'not made';
export type RequiredMissing = {
  readonly organ: string;
  readonly how: MissingHow;
  readonly unmatched: readonly string[];
  /** ROIs that are drawn of the organ and are not it. */
  readonly related?: readonly string[];
};
export type ImplausibleAlphaBeta = {
  readonly roi: string;
  /** The goal that gives it, where it is not the organ's own. */
  readonly goal?: string;
  readonly alphaBetaGy: number;
  readonly low: number;
  readonly high: number;
};
/** An organ that prior courses have contours of and the planned anatomy has none. */
export type DrawnThen = {
  readonly organ: string;
  readonly courses: readonly string[];
  readonly unmatched: readonly string[];
};
/** An ROI that the case takes for another organ than its name says. */
export type AgainstName = {
  readonly roi: string;
  readonly named: string;
  readonly taken: string;
  /** Its name is the organ's own, which goals ask for. */
  readonly isHeldToBoth?: boolean;
  /** The name says that it holds the whole organ, or both are targets: it is told, and asks nothing. */
  readonly losesNoOrgan?: boolean;
};
const MISSING_HOW: Readonly<Record<MissingHow, string>> = {
  'not contoured': 'is not contoured',
  'no volume': 'has no contours that bound a volume',
  'other frame': 'is drawn in another frame of reference',
  'no number': 'has no ROI number',
  'one side': 'is contoured on one side alone',
  ambiguous: 'cannot be made, because several ROIs could be meant',
  'not made': 'could not be made',
};

/** What was made of the names and frames of a structure set. */
export const ANATOMY = {
  'roi-taken-against-its-name': {
    title: 'ROI taken for another organ than its name says',
    message: ({ roi, named, taken, isHeldToBoth, losesNoOrgan }: AgainstName) =>
      [
        `The name of ROI "${roi}" is that of ${named}, and the case takes it for ${taken}:`,
        isHeldToBoth
          ? `its doses have the α/β of ${taken}, and it is held to the goals of both, those of ${named} by its name and with what holds for ${named}.`
          : `it has the α/β of ${taken} and its goals, and none of ${named} counts for it.`,
        losesNoOrgan
          ? 'Check which of the two it is.'
          : `If that is a wrong pick, ${named} is lost. Needed: the case without it, or somebody's word that this ROI is ${taken}.`,
      ].join(' '),
  },
  'roi-in-another-frame': {
    title: 'ROI in another frame of reference',
    message: ({ rois, frame, others }: { rois: readonly string[]; frame: string; others: string }) =>
      `ROIs ${rois.join(', ')} are drawn in frame ${frame}, the others in ${others}; they are left out. Say that this is right, or export them in one frame.`,
  },
  'rois-of-one-name': {
    title: 'ROIs of one name told apart',
    message: ({ roi, drawn, empty }: SharedName) =>
      [
        drawn.length > 0
          ? `Of the ROIs named "${roi}", ${drawn.map(({ name, roiNumber }) => `number ${roiNumber} is evaluated as "${name}"`).join(', ')}.`
          : `No ROI named "${roi}" has a volume.`,
        empty.length > 0 && `Without a volume: number ${empty.join(', ')}.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  'required-organ-missing': {
    title: 'Required organ missing',
    message: ({ organ, how, unmatched, related = [] }: RequiredMissing) =>
      `${organ} is required and ${MISSING_HOW[how]}${how === 'not contoured' && unmatched.length > 0 ? ' under a name that is recognised' : ''}: it is not evaluated.${related.length > 0 ? ` Drawn of it: ${related.join(', ')}, to which its limits do not apply.` : ''}${unmatched.length > 0 ? ` ROIs that are not known as organs: ${unmatched.join(', ')}; if one of them is it, say so in the case.` : ''} If the patient has none, say so in the case.`,
  },
  'organ-drawn-then-alone': {
    title: 'Organ contoured for a prior course alone',
    message: ({ organ, courses, unmatched }: DrawnThen) =>
      `${organ} is contoured in the structures of ${courses.map((course) => `"${course}"`).join(', ')} and is not known in the planned ones: its goals are not evaluable.${unmatched.length > 0 ? ` ROIs that are not known as organs: ${unmatched.join(', ')}; if one of them is it, say so in the case.` : ''} If the patient no longer has it, say so in the case.`,
  },
  'organ-said-absent': {
    title: 'Organ that the patient does not have',
    message: ({ organ, by, on, why }: { organ: string; by: string; on: string; why: string }) =>
      `The patient has no ${organ} (${why}; ${by}, ${on}): its goals count nowhere.`,
  },
  'absent-organ-drawn': {
    title: 'Organ said to be absent is drawn',
    message: ({ organ, rois, course }: { organ: string; rois: readonly string[]; course?: string }) =>
      `${organ} is said to be absent, and ${rois.join(', ')} is contoured in the ${course === undefined ? 'planned structures' : `structures of course "${course}"`}. Needed: the case without that statement, or somebody's word why both are right (taken out since, contours of something else).`,
  },
  'roi-names-guessed': {
    title: 'Organs guessed from ROI names',
    message: ({ taken }: { taken: readonly { roi: string; organ: string }[] }) =>
      `Taken for organs by common names, not TG-263 names: ${taken.map(({ roi, organ }) => `${roi} as ${organ}`).join(', ')}. Check them; the case can say otherwise.`,
  },
  'roi-not-matched': {
    title: 'ROI not known as organs',
    message: ({ rois }: { rois: readonly string[] }) =>
      `Not known as organs by name and not evaluated: ${rois.join(', ')}. Give an ROI an organ or an α/β in the case to evaluate it.`,
  },
  'derived-by-program': {
    title: 'Structures made by the program',
    message: ({ derived }: { derived: readonly MadeByProgram[] }) =>
      [
        `Made by the program because the constraint sets ask for them: ${derived.map(({ name, expression }) => `${name} = ${expression}`).join('; ')}.`,
        ...derived.flatMap(({ name, besides }) =>
          besides === undefined
            ? []
            : [
                `${name} stands beside what the files or the case call ${besides}, and what lies in the target is told by it alone.`,
              ],
        ),
      ].join(' '),
  },
  'target-not-drawn': {
    title: 'Target not among the contours of its course',
    message: ({ course, roi, rois, more }: { course: string; roi: string; rois: readonly string[]; more: number }) =>
      `Course "${course}" names the target ${roi}, and its structures have no such ROI. There are ${rois.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  },
  'planned-ptv-not-known': {
    title: 'Planned PTV not known',
    message: (facts: PtvNotKnown) => PTV_NOT_KNOWN[facts.why](facts),
  },
  'oesophagus-not-told-apart': {
    title: 'Oesophagus not told apart',
    message: ({ why, rois }: NotToldApart) =>
      `${NOT_TOLD_APART[why](rois.join(', '))}: inside and outside the planned PTV are not told apart, and what is exceeded counts as outside the target.`,
  },
  'derived-empty': {
    title: 'Derived structures are empty',
    message: ({ derived }: { derived: readonly Derived[] }) =>
      `Derived structures that are empty and not evaluated: ${derived.map(({ name, expression }) => `${name} (${expression})`).join('; ')}.`,
  },
  'organ-ambiguous': {
    title: 'Several ROIs for one organ',
    message: ({ rois, organ }: { rois: readonly string[]; organ: string }) =>
      `${rois.join(' and ')} are all taken for ${organ}; each is evaluated against its goals. Say in the case which is meant.`,
  },
  'alpha-beta-implausible': {
    title: 'α/β not plausible',
    message: ({ roi, goal, alphaBetaGy, low, high }: ImplausibleAlphaBeta) =>
      `${roi}: ${goal === undefined ? 'the case' : `its goal ${goal}`} gives an α/β of ${alphaBetaGy} Gy, outside ${low} to ${high} Gy (this program's own bounds of what is plausible). Needed: another α/β, or somebody's word why this one is meant.`,
  },
  'alpha-beta-assumed': {
    title: 'α/β assumed',
    message: ({ rois, alphaBetaGy, source }: { rois: readonly string[]; alphaBetaGy: number; source: string }) =>
      `No published alpha/beta is in the tissue table for ${rois.join(', ')}; ${alphaBetaGy} Gy is assumed (${source}).`,
  },
} satisfies WordTable;
