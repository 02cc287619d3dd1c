import { amountOf } from '../figure-digits';
import { dayWords, personName } from '../person-words';
import { besides, type GoalOtherwise, IN_ENGLISH } from './otherwise';
import { summands } from './summands';
import type { WordTable } from './words';

/** A few of many files, and how many more there are. */
export type SomeFiles = { readonly files: readonly string[]; readonly more: number };
/** The same attribute of a patient with two values, and the files that each is in. */
export type Differing = { readonly values: readonly ({ readonly value: string } & SomeFiles)[] };
/** What tells a patient. */
export type PatientKey = 'id' | 'name' | 'birth-date' | 'sex';
/** One dose for several fraction groups; `fractions` of each as the plan has it, and what the user has said of them. */
export type DoseOfGroups = {
  readonly plan: string;
  readonly groupFractions: readonly (number | string)[];
  readonly fractions?: number;
  readonly doseShare?: number;
};

/** A fraction group that no dose is of; what its beams give in all, where the plan says it. */
export type GroupWithoutDose = {
  readonly group: number;
  readonly fractions: number | string;
  readonly doseGy?: number;
};
export const groupWithoutDose = ({ group, fractions, doseGy }: GroupWithoutDose): string =>
  `${group} (${fractions} fractions${doseGy === undefined ? '' : `, ${doseGy} Gy by its beams`})`;

const NAMES: Readonly<Record<PatientKey, string>> = {
  id: 'patient ID',
  name: 'patient name',
  'birth-date': 'birth date',
  sex: 'sex',
};
/** What a date is of. */
export type DatedBy = 'plan' | 'study' | 'structures';
/** The names of what a date is of. */
export const DATED: Readonly<Record<DatedBy, string>> = { plan: 'plan', study: 'study', structures: 'structure set' };
const quoted = (values: readonly string[]) => values.map((value) => `"${value}"`).join(', ');
const listed = ({ files, more }: SomeFiles) => files.join(', ') + (more > 0 ? ` and ${more} more files` : '');
/** One of the values as people write it; the facts keep what the file has. */
export const valueWords = (key: PatientKey, value: string): string =>
  value.trim() === '' ? value : key === 'name' ? personName(value) : key === 'birth-date' ? dayWords(value) : value;
/** What differs, with the files that each value is in. */
export const differingWords = (key: PatientKey, { values }: Differing): string =>
  `The ${NAMES[key]} differs: ${values.map((each) => `"${valueWords(key, each.value)}" in ${listed(each)}`).join('; ')}`;
const differs = (key: PatientKey, facts: Differing) =>
  `${differingWords(key, facts)}. Make sure that all files are of one patient.`;

/** A case's fractions and those of the plan. */
export type FractionsDiffer = {
  /** Where goals are told. */
  readonly course?: string;
  readonly plan: string;
  readonly planned: number;
  readonly given: number;
  /** The dose is of treatment records: it has already what was delivered. */
  readonly isDelivered?: true;
  /** The share of the dose that is given in these fractions. */
  readonly doseShare?: number;
  /** What changes for the better by it, with what it would come to in the plan's number. */
  readonly goals?: readonly GoalOtherwise[];
};

/** The most fractions that a plan's pattern has on one day; '' where it has digits for several and no pattern. */
export type SeveralADay = {
  readonly plan: string;
  readonly perDay: number;
  readonly pattern: string;
  /** Whether the pattern is as long as it has to be. */
  readonly isClear: boolean;
};

/** What is odd between the objects of a study, or of a dose with its plan. */
export const STUDY = {
  'patient-id-differs': { title: 'Patient IDs differ', message: (facts: Differing) => differs('id', facts) },
  'patient-name-differs': { title: 'Patient names differ', message: (facts: Differing) => differs('name', facts) },
  'patient-names-not-comparable': {
    title: 'Names in different scripts',
    message: ({ values }: Differing) =>
      `The patient names are in different scripts and cannot be compared: ${values.map((each) => `"${valueWords('name', each.value)}" in ${listed(each)}`).join('; ')}. That they are of one patient is not checked by the name.`,
  },
  'patient-birth-date-differs': { title: 'Birth dates differ', message: (facts: Differing) => differs('birth-date', facts) },
  'patient-sex-differs': {
    title: 'Sexes differ',
    message: (facts: Differing) => differs('sex', facts),
  },
  'identity-unknown': {
    title: 'Identity unknown',
    /** `written` is what stands in place of ID and name; none where both are empty. */
    message: ({ written, ...some }: { written: readonly string[] } & SomeFiles) =>
      `Identity unknown: ID and name are ${written.length === 0 ? 'empty' : `no patient's (${quoted(written)})`} in ${listed(some)}. Whose files these are, and that they are of one patient, cannot be told by them.`,
  },
  'date-cannot-be': {
    title: 'Date that cannot be',
    message: ({ of, day, why }: { of: DatedBy; day: string; why: 'future' | 'early' }) =>
      `The date of the ${DATED[of]} is ${day}, which ${why === 'future' ? 'is still to come' : 'is before CT planning'}: it is taken as unknown.`,
  },
  'patient-not-stated': {
    title: 'Patient not stated',
    /** No `files` where none of all says it. */
    message: ({ what, ...some }: { what: PatientKey } & SomeFiles) =>
      some.files.length === 0
        ? `No file has a ${NAMES[what]} that tells a person; that all are of one patient cannot be checked by it.`
        : `No ${NAMES[what]} that tells a person in ${listed(some)}; that these files are of the same patient cannot be checked by it.`,
  },
  'object-twice': {
    title: 'Object there twice',
    message: ({ sameAs, uid }: { sameAs: string; uid: string }) =>
      `The object is the same as ${sameAs} (SOP Instance UID ${uid}); it is taken once.`,
  },
  'plan-not-approved': {
    title: 'Plan not approved',
    message: ({ plan, status }: { plan: string; status: string }) =>
      `Plan ${plan} is not approved (its approval status is ${status || 'not stated'}); what is treated may differ.`,
  },
  'plan-of-no-treatment': {
    title: 'Plan is not one of a treatment',
    message: ({ plan, intent }: { plan: string; intent: string }) =>
      `Plan ${plan} says that its intent is ${intent}: by that word it is no plan by which a patient is treated, and its dose may lie on a phantom or never have been given. Take the plan that was treated, or say why this one counts.`,
  },
  'fractions-unknown': {
    title: 'Number of fractions unknown',
    message: ({ plan, group, written }: { plan: string; group: number; written: string }) =>
      `Plan ${plan}, fraction group ${group}: ${written ? `"${written}" as` : 'no'} number of fractions; the number has to be given.`,
  },
  'dose-names-no-plan': {
    title: 'Dose names no plan',
    message: ({ takenFor }: { takenFor?: { plan: string; file: string } }) =>
      takenFor
        ? `The dose does not say which plan it is of; by the user's word it is of ${takenFor.plan} (${takenFor.file}).`
        : 'The dose does not say which plan it is of; its fractions have to be given.',
  },
  'plan-not-here': {
    title: 'Plan of the dose not here',
    message: () => 'The plan of the dose is not among the files; its fractions have to be given.',
  },
  'several-fraction-groups': {
    title: 'Several fraction groups, one dose',
    message: ({ plan, groupFractions, fractions, doseShare }: DoseOfGroups) => {
      const groups = `${groupFractions.length} fraction groups (${summands(groupFractions)} fractions)`;
      if (fractions === undefined) {
        return `Plan ${plan} has ${groups} and this dose is for all of them; how it splits has to be said.`;
      }
      const split =
        doseShare === undefined
          ? `the dose of every voxel is taken as given in ${fractions} equal fractions`
          : `${amountOf(100 * doseShare, '%')} of the dose of every voxel is taken as given in ${fractions} of them`;
      return `Plan ${plan}: one dose for ${groups}. By the user's word ${split}; where the groups' fields differ, the true dose per fraction does too.`;
    },
  },
  'fractions-differ-from-plan': {
    title: 'Fractions differ from the plan',
    message: (facts: FractionsDiffer) => {
      const { plan, planned, given, isDelivered, doseShare, course, goals = [] } = facts;
      const whose = course === undefined ? '' : `Course "${course}": `;
      const counts = `${whose}Plan ${plan} has ${planned} fractions, the case says ${given}; ${given} are used for`;
      if (doseShare !== undefined) return `${counts} ${amountOf(100 * doseShare, '%')} of the dose. Check that both are right.`;
      const each = goals.map((goal) => ` ${goal.roi}, ${besides(IN_ENGLISH, goal, undefined, `in the plan's ${planned}`)}.`);
      const check = isDelivered
        ? ', which is that of the treatment as delivered (RECORD). Check that so many were delivered.'
        : given > planned
          ? '. Check that it is the dose of so many.'
          : '. If treatment ended early, give the fractions delivered.';
      return `${counts} the whole dose${check}${each.join('')}`;
    },
  },
  'plan-of-several-a-day': {
    title: 'Plan of several fractions a day',
    message: ({ plan, perDay, pattern, isClear }: SeveralADay) => {
      const says = pattern === '' ? `${perDay} digits a day and no fraction pattern` : `the fraction pattern ${pattern}`;
      return isClear
        ? `Plan ${plan} has ${says}, with ${perDay} fractions on one day, and the case says nothing of several a day: every fraction is taken as repaired from before the next. Where less time lies between them the effect is higher. Needed: how many fractions a day this phase has, and the hours between them (or that it is one a day).`
        : `Plan ${plan} has ${says}, which does not go with its digits a day and weeks; it may mean up to ${perDay} fractions a day. The case says nothing of that, and one a day is taken. Where there are more the effect is higher.`;
    },
  },
  'fractions-a-day-differ-from-plan': {
    title: 'Fractions a day differ from the plan',
    message: ({ plan, planned, given }: { plan: string; planned: number; given: number }) =>
      `The fraction pattern of plan ${plan} has ${planned} a day, the case says ${given}; ${given} a day are taken. Check that this was so.`,
  },
  'fraction-group-without-dose': {
    title: 'Fraction group without a dose',
    message: ({ plan, groups }: { plan: string; groups: readonly GroupWithoutDose[] }) =>
      `Plan ${plan}: no dose here is of its fraction group ${groups.map(groupWithoutDose).join(', ')}. What that gives is in no sum and in no verdict. Needed: its dose as a phase of its own, or somebody's word why it does not count.`,
  },
  'two-doses-of-one-plan': {
    title: 'Two doses of one plan',
    /** `groups` where they are of some of its fraction groups alone; a file may be several, ` + ` between them. */
    message: ({ files, plan, groups = [] }: { files: readonly string[]; plan: string; groups?: readonly number[] }) =>
      `${files.join(' and ')} are both the whole dose of ${groups.length > 0 ? `fraction group ${groups.join(' and ')} of ` : ''}plan ${plan}; only one of them is to be counted.`,
  },
  'dose-of-several-plans': {
    title: 'Dose of several plans',
    /** `plans` is left out where the dose does not name them. */
    message: ({ plans, fractions, doseShare }: { plans?: number; fractions: number; doseShare?: number }) =>
      `One dose for ${plans ?? 'several'} plans: by the user's word ${doseShare === undefined ? 'it' : `${amountOf(100 * doseShare, '%')} of it`} is taken as given in ${fractions} equal fractions.`,
  },
  'frame-in-several-studies': {
    title: 'One frame of reference in several studies',
    message: ({ frame, studies }: { frame: string; studies: readonly ({ readonly date: string } & SomeFiles)[] }) =>
      `Files of ${studies.length} studies share frame of reference ${frame}: ${studies.map((study) => `${listed(study)} (${study.date || 'no date'})`).join('; ')}. The same coordinates are taken for the same place; make sure that they are of one scan and not of a repeated or anonymised one.`,
  },
  'frames-not-joined': {
    title: 'No registration between frames',
    message: ({ frames }: { frames: readonly { frame: string; files: readonly string[] }[] }) =>
      `No registration joins the frames of reference of ${frames.map(({ frame, files }) => `${files.join(', ')} (frame ${frame})`).join(' and ')}; their doses cannot be added without one.`,
  },
  'ct-slices-uneven': {
    title: 'CT slices unevenly spaced',
    message: ({ series, spacingMm, gaps, leastMm, mostMm }: UnevenSlices) =>
      `CT series ${series}: slices are ${spacingMm.toFixed(2)} mm apart, but ${gaps} gap(s) are not (${leastMm.toFixed(2)} to ${mostMm.toFixed(2)} mm).${mostMm > spacingMm ? ' Slices may be missing.' : ''}`,
  },
} satisfies WordTable;

/** Slices of a series of which some gaps are not the usual one. */
export type UnevenSlices = {
  readonly series: string;
  readonly spacingMm: number;
  readonly gaps: number;
  readonly leastMm: number;
  readonly mostMm: number;
};
