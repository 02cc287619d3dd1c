import { z } from 'zod';
import { isDay } from '../calendar-months';
import { schemaError } from '../constraints/schema-error';
import { CASE_VERSION, newerCase, wrongOrNewer } from '../files/newer-case';
import { InputError } from '../input-error';
import { parseJsonText } from '../json-text';
import { fitsInADay } from '../radiobiology/incomplete-repair';
import { REFERENCE_FRACTION_GY } from '../radiobiology/linear-quadratic';
import { METHODS } from '../registration/acceptance';
import { byName } from './by-name';

/*
 * The case file, as others write it. Strict: a field that is not known is refused, since a mistyped `recovry` must not
 * be taken for the default. Growth beyond the stable outside is described in docs/case-file.md.
 */

/** Nobody was irradiated so often; each course and phase is sampled in every organ. */
const MOST_COURSES = 50;
const MOST_PHASES = 50;
/** Goals written out, each evaluated with its worst case. */
const MOST_GOALS = 1000;

const day = z.string().refine(isDay, 'a day that exists, YYYY-MM-DD');
const path = z.string().refine((text) => !text.includes('\0'), 'the path of a file');
const positive = z.number().positive();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower case');
const share = z.number().min(0).max(1);
/** DICOM PS3.5, 9.1: at most 64 signs, no part but 0 begins with 0; or a UUID (RFC 9562). */
const uid = z
  .string()
  .max(64)
  .regex(/^(?:[0-2](?:\.(?:0|[1-9]\d*))+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, 'a UID or a UUID in lower case');
const wholeFractions = z.number().int('a whole number of fractions').min(1);

const doseAnswer = z.union([
  z.literal('rbe-weighted'),
  z.literal('one-session'),
  z.literal('centigray'),
  z.strictObject({ percentOfGy: positive }),
]);
const doseIs = z.union([doseAnswer, z.array(doseAnswer).min(1)]);

const organDoses = byName(z.strictObject({ Dmax: z.number().nonnegative() }));

const phase = z
  .strictObject({
    name: z.string().optional(),
    dose: z.union([path, z.array(path).min(1)]).optional(),
    plan: path.optional(),
    totalDoseGy: positive.optional(),
    organDoses: organDoses.optional(),
    /** Whether recorded maxima are of the fractions that were delivered (where nothing is said) or of all planned. */
    organDosesAre: z.enum(['delivered', 'planned'], '"delivered" or "planned"').optional(),
    fractions: wholeFractions.optional(),
    doseShare: positive.max(1).optional(),
    deliveredFractions: wholeFractions.optional(),
    fractionsPerDay: z.number().int().min(1).max(4).optional(),
    hoursBetween: positive.max(24).optional(),
    doseIs: doseIs.optional(),
    /** What a prescription alone says of a maximum: the dose times this; the user confirms it. */
    hotSpotFactor: positive.min(1).max(2).optional(),
  })
  .refine((p) => (p.dose === undefined) !== (p.totalDoseGy === undefined && p.organDoses === undefined), {
    message: 'either a dose file, or the total dose or the organ doses of a paper record, one of the two',
    path: ['dose'],
  })
  .refine((p) => p.dose !== undefined || p.fractions !== undefined, {
    message: 'the number of fractions, where there is no dose file',
    path: ['fractions'],
  })
  .refine((p) => (p.fractionsPerDay ?? 1) === 1 || p.hoursBetween !== undefined, {
    message: 'the hours between fractions, where there are several a day',
    path: ['hoursBetween'],
  })
  .refine(({ fractionsPerDay = 1, hoursBetween = 0 }) => fitsInADay({ fractionsPerDay, hoursBetween }), {
    message: 'hours that fit between the fractions of a day: at most 24 divided by their number',
    path: ['hoursBetween'],
  });

const target = z.strictObject({ roi: z.string(), doseGy: positive });

const point = z.tuple([z.number(), z.number(), z.number()]);
const landmark = z.strictObject({ name: z.string(), onAnatomyMm: point, onCourseMm: point });

const course = z.strictObject({
  name: z.string().optional(),
  role: z.enum(['prior', 'planned'], '"prior" or "planned"'),
  started: day.optional(),
  starts: day.optional(),
  completed: day.optional(),
  concurrentChemotherapy: z.enum(['yes', 'no', 'unknown']).optional(),
  immunotherapy: z.enum(['yes', 'no', 'unknown']).optional(),
  phases: z.array(phase).min(1).max(MOST_PHASES),
  structures: path.optional(),
  /** The course cannot be placed on today's anatomy: it is summed organ by organ, from its own structures. */
  registration: z.literal('none').optional(),
  /** Pairs of points that are the same place on the anatomy and on this course's CT. */
  landmarks: z.array(landmark).optional(),
  targets: z.array(target).optional(),
  organDoses: organDoses.optional(),
});

/** Who takes a registration for fit for use; of a file, the file as it was then. */
const accepted = z.strictObject({
  by: z.string().trim().min(1),
  on: day,
  note: z.string().optional(),
  sha256: sha256.optional(),
});

const deformation = z.strictObject({
  originMm: point,
  alongRow: point,
  alongColumn: point,
  spacingMm: z.tuple([positive, positive, positive]),
  size: z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]),
  displacementMm: z.string(),
});

const registration = z.union([
  path,
  z.strictObject({ file: path, accepted: accepted.optional() }),
  z.strictObject({
    from: z.string(),
    to: z.string(),
    /** Maps from-points to to-points; where there is a deformation, before it is added. */
    matrix: z.array(z.number()).length(16),
    deformation: deformation.optional(),
    method: z.enum(METHODS).optional(),
    note: z.string().optional(),
    accepted: accepted.optional(),
  }),
]);

const organ = z.strictObject({
  organ: z.string().optional(),
  alphaBetaGy: positive.optional(),
  alphaBetaSource: z.string().optional(),
  /** One share for all prior courses, or one for each of them in order. */
  recovery: z.union([share, z.array(share).min(1)]).optional(),
  repairHalfTimeHours: positive.optional(),
  lqL: z
    .strictObject({
      transitionGyPerFraction: z.number().gt(REFERENCE_FRACTION_GY),
      gammaOverAlpha: z.number().min(1, 'at least 1: no Gy does less than the first').optional(),
    })
    .optional(),
  repopulation: z.strictObject({ dProlifGyPerDay: z.number().nonnegative(), kickOffDays: z.number().nonnegative() }).optional(),
});

/** Set names, the paths of users' own tables (`*.json`), and goals written out (read by `parseInlineGoal`). */
const constraints = z.union([
  z.string(),
  z
    .array(z.union([z.string(), z.record(z.string(), z.unknown())]))
    .min(1)
    .max(MOST_GOALS),
]);

/** Who says something that the files do not, when and why. */
const word = { by: z.string().trim().min(1), on: day, why: z.string().trim().min(1) };

/** Answers one finding that asks something: of exactly this file, or where it concerns no file, of this course. */
const answer = z.strictObject({
  code: z.string(),
  sha256: sha256.optional(),
  course: z.string().optional(),
  roi: z.string().optional(),
  ...word,
});

const identity = z.strictObject({
  id: z.string(),
  name: z.string(),
  birthDate: z.string().optional(),
  sex: z.string().optional(),
});

const guess = z.strictObject({
  field: z.string(),
  code: z.string(),
  message: z.string(),
  facts: z.record(z.string(), z.unknown()).optional(),
});

/** The schema of the case file: what `parseCaseFile` reads. */
export const CASE_SCHEMA = z.strictObject({
  isoeffectCase: z.literal(CASE_VERSION),
  /** Of the case itself, whatever its file is called and wherever it lies: what is kept of it unsaved belongs to it. */
  uid: uid.optional(),
  title: z.string().optional(),
  courses: z.array(course).min(1).max(MOST_COURSES),
  structures: path,
  derived: byName(z.string()).optional(),
  registrations: z.array(registration).optional(),
  organs: byName(organ).optional(),
  outsideDoseGrid: z.enum(['unknown', 'zero']).optional(),
  metrics: z.array(z.string()).optional(),
  constraints: constraints.optional(),
  /** By how much the prior courses are moved to see what hangs on their place; `false` for not at all. */
  robustness: z
    .union([
      z.literal(false),
      z.strictObject({ marginMm: positive.max(30), rotationDegrees: z.number().min(0).max(15).optional() }),
    ])
    .optional(),
  /** SHA-256 of the files as they were when the case was saved; a file that has changed since is told. */
  inputs: byName(sha256).optional(),
  /** Organs that the case must have beside the cord, the lungs and the oesophagus. */
  required: z.array(z.string()).optional(),
  /** Organs that the patient does not have. */
  absent: byName(z.strictObject(word)).optional(),
  /** Answers to findings that ask something. */
  answers: z.array(answer).optional(),
  /** The user's word that these identities are of one patient. */
  samePatient: z.strictObject({ of: z.array(identity).min(1), ...word }).optional(),
  /** What the program guessed for the case and nobody has confirmed: `field` is the place, `facts` make the message. */
  guesses: z.array(guess).optional(),
  /** The program that wrote the file, where it used a field that older ones do not know. */
  writtenBy: z.string().optional(),
});

export type CaseFile = z.infer<typeof CASE_SCHEMA>;
export type CaseAnswer = z.infer<typeof answer>;
export type CaseIdentity = z.infer<typeof identity>;
export type CaseCourse = CaseFile['courses'][number];
export type CaseRegistration = NonNullable<CaseFile['registrations']>[number];
export type CaseLandmark = z.infer<typeof landmark>;
export type CasePhase = CaseCourse['phases'][number];
export type OrganOverride = NonNullable<CaseFile['organs']>[string];

const FIELDS = 'only the fields of a case file (is it mistyped?)';

/**
 * Reads the text of a case file.
 * @throws InputError that names the field, what was found and what is needed.
 */
export function parseCaseFile(text: string, file: string): CaseFile {
  const json = parseJsonText(text, file, 'a case file');
  const newer = newerCase(json, file);
  if (newer) throw newer;
  const result = CASE_SCHEMA.safeParse(json);
  if (!result.success) throw wrongOrNewer(schemaError(json, result.error, file, { fields: FIELDS }), json);
  const planned = result.data.courses.filter((c) => c.role === 'planned');
  if (planned.length > 1) {
    throw new InputError({
      file,
      where: 'courses',
      found: `${planned.length} planned courses`,
      needed: 'at most one; further plans of it are its phases',
    });
  }
  return result.data;
}
