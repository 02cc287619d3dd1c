import { amountOf, digitsOf } from '../figure-digits';
import { goalWords } from '../goal-words';
import { type Refusal, refusalSentence } from '../input-error';
import {
  type AnswerUnmet,
  type BeforeItsPlan,
  type CordScore,
  type DeliveredFew,
  type EsophagusRisk,
  type GuessMade,
  type Interval,
  type KnownStanding,
  maximumTaken,
  type OutsideSources,
  ownMaximum,
  placeOf,
  type RecordCounted,
  type RecordedDose,
  type RiskDose,
  shareTaken,
  standingsByKnown,
  withoutStop,
} from './assessment-facts';
import { besides, IN_ENGLISH } from './otherwise';
import { REASONS } from './reasons';
import { DATED } from './study';
import type { WordTable } from './words';

/** A dose of 0 % risk and less is no bound: it is not written as a number. */
const riskDose = ({ doseGy, ci95Gy: [low, high] }: RiskDose) => `${doseGy} Gy (95 % CI ${low < 0 ? 'below 0' : low} to ${high})`;

const PLACE = { courseWords: (name: string) => `course "${name}"`, comma: ', ' };

const LIES: Readonly<Record<KnownStanding['lies'], (low: number, high: number) => string>> = {
  above: (_, high) => `above the upper bound of ${high} Gy`,
  within: (low, high) =>
    low < 0 ? `within the interval that ends at ${high} Gy` : `within the interval of ${low} to ${high} Gy`,
  below: (low) => `below the lower bound of ${low} Gy`,
};

function liesText(facts: EsophagusRisk): string {
  const { known, unknown } = standingsByKnown(facts);
  const all = known.map(({ lies, chemotherapy, ci95Gy }) => `${LIES[lies](...ci95Gy)} ${chemotherapy} concurrent chemotherapy`);
  const open = unknown.map((chemotherapy) => `${chemotherapy} concurrent chemotherapy`).join(' and ');
  return [
    all.length > 0 ? ` This case lies ${all.join(', and ')}.` : '',
    open && ` Its dose is at least ${ownMaximum(facts)} and not known as a whole, so where it lies ${open} is not known.`,
  ].join('');
}

const RECORD_COUNTED: Readonly<Record<RecordCounted, (share: string) => string>> = {
  'in-share': (share) => `what is recorded of it is counted at ${share}`,
  'prescription-in-share': (share) =>
    `its prescription is counted at ${share}, its recorded maxima whole, as what these fractions gave`,
  'maxima-whole': () => 'its recorded maxima are counted whole, as what these fractions gave',
};

/** What is to be said of a case and of its results beside the numbers themselves. */
export const ASSESSMENT = {
  'file-unreadable': {
    title: 'File cannot be read',
    message: (refusal: Refusal) => refusalSentence(refusal),
  },
  'input-changed': {
    title: 'Input differs from that of the case file',
    message: () => 'The file is not the one that the case was saved with: its content has changed since.',
  },
  'guesses-not-confirmed': {
    title: 'Guesses that nobody has confirmed',
    /** `each` is what the sentences are made of, where the case has it. */
    message: ({ guesses }: { guesses: readonly string[]; each?: readonly GuessMade[] }) =>
      `The program guessed these values of the case, and nobody has confirmed them; the figures rest on them: ${guesses.map(withoutStop).join('; ')}. Check them; confirmed in the case they are said no more.`,
  },
  'course-left-out': {
    title: 'Files of a course that are not in the case',
    message: ({ files }: { files: readonly string[] }) =>
      `When the case was made of its files, these could not be used and are not in it: ${files.join(', ')}. A course, or a part of one, may be missing: what it gave is in no sum and in no verdict.`,
  },
  'same-dose-in-two-courses': {
    title: 'Same dose in two courses',
    message: ({ courses }: { courses: readonly [string, string] }) =>
      `The same dose is used in the courses "${courses[0]}" and "${courses[1]}"; it is counted in both.`,
  },
  'same-voxels-in-two-courses': {
    title: 'Doses of two courses with the same values',
    message: ({ courses, sameAs }: { courses: readonly [string, string]; sameAs: string }) =>
      `The dose of the course "${courses[1]}" has in every voxel the value of that of the course "${courses[0]}" (${sameAs}), under another identifier: most likely one of them is a copy of the other, and the dose that was given is missing.`,
  },
  'courses-of-one-name': {
    title: 'Courses of one name',
    message: ({ name, courses }: { name: string; courses: readonly string[] }) =>
      `${courses.length} courses of the case are called "${name}". In their order they are told apart as ${courses.map((each) => `"${each}"`).join(', ')}, and an answer has to name one of these.`,
  },
  'answer-meets-no-question': {
    title: 'Answer that meets no question',
    message: ({ asked, courses = [], ...answer }: AnswerUnmet) =>
      [
        `The answer of ${answer.by} (${answer.on}) to ${answer.code}${placeOf(answer, PLACE) && ` for ${placeOf(answer, PLACE)}`} answers nothing.`,
        answer.why === 'course-of-several' &&
          `Several courses have that name; needed is one of ${courses.map((each) => `"${each}"`).join(', ')}.`,
        answer.why === 'several-rois' && 'The same is asked of several ROIs; needed is the one that it is of.',
        asked.length === 0
          ? 'Nothing is asked under this code here.'
          : `Asked is: ${asked.map((each) => placeOf(each, PLACE) || 'the case as a whole').join('; ')}. An answer names exactly that, a file by its SHA-256, and nothing else.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  'no-planned-course': {
    title: 'No planned course',
    message: () => 'The case has no planned course: what is summed is the prior dose alone.',
  },
  'no-prior-course': {
    title: 'No prior course',
    message: () => 'The case has no prior course: cumulative figures are those of the planned course alone.',
  },
  'record-dose-zero': {
    title: 'Record of no dose to an organ',
    message: ({ course, organs }: { course: string; organs: readonly string[] }) =>
      `The record of course "${course}" gives 0 Gy as the maximum of ${organs.join(', ')}: no organ of a patient who was irradiated got nothing at all. Needed: the dose of the record, or somebody's word that it says so.`,
  },
  'few-fractions-delivered': {
    title: 'Few of the planned fractions delivered',
    message: ({ course, phase, delivered, planned, counted, isOfSeveral }: DeliveredFew) =>
      `Course "${course}", ${phase}: ${delivered} of ${planned} fractions are said to be delivered, less than half; ${counted ? RECORD_COUNTED[counted](`${delivered}/${planned}`) : 'its dose is scaled down to them'}. Needed: the number that was given, or somebody's word that ${isOfSeveral ? 'no more of it was given (the other fractions were those of another plan, or it was broken off)' : 'the course was broken off'}.`,
  },
  'part-of-fractions-delivered': {
    title: 'Not all planned fractions delivered',
    message: ({ course, phase, delivered, planned, counted }: DeliveredFew) =>
      `Course "${course}", ${phase}: ${delivered} of ${planned} fractions are said to be delivered, and ${counted ? RECORD_COUNTED[counted](`${delivered}/${planned}`) : `its dose is counted at ${delivered}/${planned} of the plan's`}. Every verdict on it, and every sum, rests on that number.`,
  },
  'course-dates-reversed': {
    title: 'Dates of a course reversed',
    message: ({ course, started, completed }: { course: string; started: string; completed: string }) =>
      `Course "${course}" is completed (${completed}) before it is started (${started}): neither day is known, and no interval to or from the course.`,
  },
  'prior-after-planned': {
    title: 'Prior course later than the planned one',
    message: ({ course, last, plannedStart }: { course: string; last: string; plannedStart: string }) =>
      `Prior course "${course}" was given as late as ${last}, and the planned one starts on ${plannedStart}: the interval is not known. The roles may be the other way round.`,
  },
  'goal-asks-for-dose': {
    title: 'Goal that more dose meets',
    message: ({ organ, goal }: { organ: string; goal: string }) =>
      `${organ}: the goal ${goal} is met by more dose, and ${organ} is an organ at risk. Check whether its comparison is the wrong way round.`,
  },
  'goal-organ-unknown': {
    title: 'Goal of an unknown organ',
    message: ({ organ, nearest }: { organ: string; nearest: readonly string[] }) =>
      `The table has goals for "${organ}", which is no organ, ROI or derived structure that is known here: they are held to nothing and count as not evaluable.${nearest.length > 0 ? ` Nearest are ${nearest.join(', ')}.` : ''}`,
  },
  'required-organ-not-judged': {
    title: 'Required organ without a goal that applies',
    /** `alone`: of these, those that goals on some of the courses alone ask of. */
    message: ({ organs, alone = [] }: { organs: readonly string[]; alone?: readonly string[] }) => {
      const nothing = organs.filter((organ) => !alone.includes(organ));
      return [
        nothing.length > 0 &&
          `No mandatory goal that applies to this case is asked of ${nothing.join(', ')}: the case's sets and goals judge nothing of it.`,
        alone.length > 0 &&
          `The mandatory goals that are asked of ${alone.join(', ')} are on the prior or the planned courses alone: the cumulative dose is not judged.`,
      ]
        .filter(Boolean)
        .join(' ');
    },
  },
  'outside-sources': {
    title: 'Outside of what the sources studied',
    message: ({ set, isWhole, conditions, beyond, phaseFractions }: OutsideSources) => {
      const parts = [
        isWhole
          ? `No goal of "${set}" applies to this case, so that it judges nothing here.`
          : `Some goals of "${set}" do not apply.`,
        ...conditions.map((missed) => REASONS['outside-source'].message(missed)),
        phaseFractions &&
          `The fractions of the planned phases are added up (${phaseFractions.join(' + ')}); where phases are given in the same sessions, they are fewer.`,
        beyond.length > 0 &&
          `Beyond a limit that does not apply: ${beyond.map(({ roi, goal, value, limit, unit }) => `${roi} ${goalWords(goal)}: ${amountOf(value, unit, limit)}`).join('; ')}.`,
      ];
      return parts.filter(Boolean).join(' ');
    },
  },
  'courses-taken-as-one': {
    title: 'Courses taken as one',
    message: ({ from, to, months }: Interval) =>
      `From "${from}" to "${to}" ${digitsOf(months, 'months')} months, less than one: what sources ask of the interval and of the highest course takes them as one course.`,
  },
  'course-in-future': {
    title: 'Course dated in the future',
    message: ({ course, role, day }: { course: string; role: 'prior' | 'planned'; day: string }) =>
      role === 'prior'
        ? `Prior course "${course}" is dated ${day}, which is still to come: what was given cannot lie ahead.`
        : `Planned course "${course}" starts ${day}, more than a year ahead: what hangs on the interval would hang on a day that may be mistyped.`,
  },
  'course-before-its-plan': {
    title: 'Course dated before its own plan',
    message: ({ course, day, of, dated, goals = [] }: BeforeItsPlan) => {
      const each = goals.map((goal) => ` ${goal.roi}, ${besides(IN_ENGLISH, goal, undefined, 'had it ended on that day')}.`);
      return `Course "${course}" is dated ${day}, and its own ${DATED[of]} ${dated}: it cannot have been given before it was planned. One of the dates is wrong, or the files' dates were changed; the interval, and what it forgives or permits, goes by the case's.${each.join('')}`;
    },
  },
  'course-before-birth': {
    title: 'Course dated before birth',
    message: ({ course, day, born }: { course: string; day: string; born: string }) =>
      `Course "${course}" is dated ${day}, and the patient's birth ${born}: the interval to and from it is not known. Needed: the right days, or somebody's word that those of the case are.`,
  },
  'dose-from-record': {
    title: 'Dose taken from a record',
    message: (record: RecordedDose) => {
      const { course, phase, fractions, plannedFractions, maximaAre, totalDoseGy, hotSpotFactor, organs } = record;
      const isShort = plannedFractions !== undefined;
      const each = organs
        .map(({ organ, doseGy }) =>
          isShort && maximaAre === 'planned'
            ? `${organ} ${amountOf(maximumTaken(record, doseGy), 'Gy')} (${doseGy} Gy recorded for ${plannedFractions} fractions, ${fractions} delivered)`
            : `${organ} ${doseGy} Gy`,
        )
        .join(', ');
      const prescribed =
        totalDoseGy !== undefined && isShort
          ? `${totalDoseGy} Gy prescribed for ${plannedFractions} fractions, ${fractions} delivered: ${amountOf(totalDoseGy * shareTaken(record), 'Gy')} taken`
          : `${totalDoseGy} Gy prescribed`;
      const whole =
        isShort && maximaAre === 'delivered'
          ? ` (taken whole, for what the ${fractions} delivered fractions gave; where they are of all ${plannedFractions}, the case has to say so)`
          : '';
      const parts = [
        totalDoseGy !== undefined &&
          (hotSpotFactor === undefined
            ? `${prescribed}, which is no maximum: no hot-spot factor was confirmed, so that no maximum is bounded by it`
            : `from 0 to ${amountOf(totalDoseGy * shareTaken(record) * hotSpotFactor, 'Gy')} anywhere (${prescribed}, times the hot-spot factor of ${hotSpotFactor} that the user confirms)`),
        organs.length > 0 && `from 0 to the recorded maximum in each part of these organs: ${each}${whole}`,
      ];
      const delivered = isShort ? `${fractions} of ${plannedFractions} planned fractions` : `${fractions} fractions`;
      return `Course "${course}", ${phase}: no dose file. From a record, in ${delivered}: ${parts.filter(Boolean).join('; ')}. Every figure of it is an interval, not a distribution.`;
    },
  },
  'incomplete-repair': {
    title: 'Incomplete repair taken into account',
    message: ({
      phases,
      ownHalfTimes,
    }: {
      phases: readonly { course: string; phase: string }[];
      ownHalfTimes: readonly string[];
    }) =>
      `Several fractions a day in ${phases.map(({ course, phase }) => `"${course}", ${phase}`).join('; ')}: BED is raised for incomplete repair between them (Thames). Half-times are the tissue table's${ownHalfTimes.length > 0 ? `, the user's for ${ownHalfTimes.join(', ')}` : ''}; repair overnight is taken as complete. Goals are tested with it too: it is how the dose was given, and the cautious side.`,
  },
  'interval-not-known': {
    title: 'Interval not known',
    message: ({ pairs }: { pairs: readonly { from: string; to: string }[] }) =>
      `The time ${pairs.map(({ from, to }) => `from the end of "${from}" to the start of "${to}"`).join(', ')} is not known: dates are missing or contradict one another. Limits and scores that depend on the interval cannot be judged.`,
  },
  'interval-to-12-months': {
    title: 'Interval of at most 12 months',
    message: ({ from, to, months }: Interval) =>
      `From "${from}" to "${to}" ${digitsOf(months, 'months')} months. In oesophageal re-irradiation an interval of at most 12 months was an independent risk factor for fistula (252 patients, Radiat Oncol 2020, s13014-020-01685-2), and 2 of 3 fistulas came below 12 months (Kim 2012, Radiat Oncol J 30:182). Read in abstracts.`,
  },
  'interval-to-24-months': {
    title: 'Interval of at most 24 months',
    message: ({ from, to, months }: Interval) =>
      `From "${from}" to "${to}" ${digitsOf(months, 'months')} months. Series of oesophageal re-irradiation flag intervals up to 24 months (Xu 2019, Radiat Oncol 14:191; and another series, of 109 patients, whose authors and journal are not known here, in which only the time to recurrence was an independent factor of survival). Read in abstracts.`,
  },
  'cord-risk-score': {
    title: 'Risk score of the cord',
    message: (facts: CordScore) => {
      if (facts.isInQuestion) {
        return `${facts.roi}: the risk score (${facts.source}) is not told while a question on the input is open.`;
      }
      const parts = `${facts.bedPoints} for cumulative BED, ${facts.intervalPoints} for the interval, ${facts.coursePoints} for the highest course`;
      return `${facts.roi}: risk score ${facts.score} (${parts}; α/β ${facts.alphaBetaGy} Gy, nothing forgiven), ${facts.group} risk: myelopathy in ${facts.myelopathyPercent} % of that group in the source's series (${facts.source}).`;
    },
  },
  'esophagus-risk-band': {
    title: 'Published risk for the oesophagus',
    message: (facts: EsophagusRisk) => {
      const { withoutChemotherapy: without, withChemotherapy: having } = facts;
      const maximum = ownMaximum(facts);
      const known = maximum === undefined ? 'not evaluable' : `${facts.isLowerBound ? 'at least ' : ''}${maximum} EQD2`;
      const own = facts.isInQuestion ? 'not told while a question on the input is open' : known;
      const doses = [
        without && `${riskDose(without)} without concurrent chemotherapy`,
        having && `${riskDose(having)} with concurrent chemotherapy`,
      ];
      const basis = `${facts.studies} studies, ${facts.patients} patients, ${facts.events} events`;
      return `${facts.roi}: cumulative Dmax ${own} (α/β ${facts.alphaBetaGy} Gy as in the source, nothing forgiven). Published data put a ${facts.riskPercent} % risk of ${facts.grade} oesophageal toxicity at ${doses.filter(Boolean).join(' and ')} (EQD2; ${basis}; thoracic re-irradiation in which the oesophagus mostly was not the target; ${facts.source}).${liesText(facts)} Concurrent chemotherapy at re-irradiation here: ${facts.chemotherapy}.`;
    },
  },
} satisfies WordTable;
