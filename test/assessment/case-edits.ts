import fc from 'fast-check';
import type { CaseFile, CasePhase, CaseRegistration, OrganOverride } from '../../src/case/case-file';
import type { WhatIf } from '../../src/case/what-if';
import { writeDeformation } from '../../src/registration/deformation-text';
import {
  type Cylinder,
  doseFile,
  type Files,
  PLANNED,
  PRIOR,
  planFile,
  registrationFile,
  structureFile,
} from '../case/written-case';

/*
 * A small case and edits of every field of its file, for sequences that a person might go through. Each edit names the
 * fields that it touches, so that a field that no edit touches is found.
 */

const BODIES: readonly Cylinder[] = [
  { name: 'SpinalCord', x: 0, y: 16, radiusMm: 2, fromMm: -4, toMm: 4, stepMm: 4 },
  { name: 'Esophagus', x: 2, y: -8, radiusMm: 3, fromMm: -4, toMm: 4, stepMm: 4 },
  { name: 'PTV', x: 2, y: -8, radiusMm: 4, fromMm: -4, toMm: 4, stepMm: 4 },
];
const COARSE = { origin: [-40, -40, -32] as const, spacingMm: 8, size: [11, 11, 9] as const };
type Deformation = NonNullable<Exclude<CaseRegistration, string | { file: string }>['deformation']>;
const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const MOVED = [1, 0, 0, 3, 0, 1, 0, -2, 0, 0, 1, 1, 0, 0, 0, 1];
const DEFORMATION = structuredClone(
  writeDeformation({
    originMm: [-48, -48, -40],
    alongRow: [1, 0, 0],
    alongColumn: [0, 1, 0],
    normal: [0, 0, 1],
    spacingMm: [32, 32, 32],
    size: [4, 4, 3],
    displacementMm: Float32Array.from({ length: 144 }, (_, n) => (n % 3 === 0 ? 1.5 : -0.5)),
  }),
) as Deformation;

export const FILES: Files = {
  'plan/RS.dcm': structureFile(BODIES),
  'plan/RS2.dcm': structureFile([{ ...BODIES[0], x: 1 }, ...BODIES.slice(1)], { SOPInstanceUID: '1.2.3.21' }),
  'plan/RD.dcm': doseFile((x, y) => 24 + 0.2 * x + 0.1 * y, COARSE),
  'plan/RP.dcm': planFile(28),
  'prior/RD.dcm': doseFile(
    (x, y, z) => 36 + 0.1 * x - 0.2 * y + 0.1 * z,
    { ...COARSE, frame: PRIOR, planUid: '1.2.3.61' },
    { SOPInstanceUID: '1.2.3.31' },
  ),
  'prior/RP.dcm': planFile(28, '1.2.3.61'),
  'prior/RS.dcm': structureFile(BODIES.slice(0, 2), { SOPInstanceUID: '1.2.3.22' }, PRIOR),
  'first/RD.dcm': doseFile(() => 20, { ...COARSE, planUid: '1.2.3.62' }, { SOPInstanceUID: '1.2.3.32' }),
  'first/RP.dcm': planFile(10, '1.2.3.62'),
  'REG.dcm': registrationFile(MOVED),
};

export const START: CaseFile = {
  isoeffectCase: 1,
  courses: [
    {
      name: 'first',
      role: 'prior',
      started: '2022-01-24',
      completed: '2022-03-04',
      phases: [{ dose: 'prior/RD.dcm' }],
    },
    {
      name: 'second',
      role: 'planned',
      starts: '2023-06-01',
      phases: [{ dose: 'plan/RD.dcm' }],
      targets: [{ roi: 'PTV', doseGy: 24 }],
    },
  ],
  structures: 'plan/RS.dcm',
  registrations: ['REG.dcm'],
  constraints: 'reirradiation-thorax',
};

/** A change of the case, and the fields of the schema that it touches. */
export interface CaseEdit {
  readonly fields: readonly string[];
  readonly change: (caseFile: CaseFile) => void;
}

const edit = <Value>(
  fields: readonly string[],
  values: fc.Arbitrary<Value>,
  change: (caseFile: CaseFile, value: Value) => void,
): { fields: readonly string[]; edits: fc.Arbitrary<CaseEdit> } => ({
  fields,
  edits: values.map((value) => ({ fields, change: (caseFile) => change(caseFile, value) })),
});
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined, freq: 3 });
const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values);

/** Sets a field, or takes it away. */
function put<Owner extends object, Name extends keyof Owner>(owner: Owner, name: Name, value: Owner[Name] | undefined) {
  if (value === undefined) delete owner[name];
  else owner[name] = value;
}
const prior = ({ courses }: CaseFile) => courses.find(({ role }) => role === 'prior') ?? courses[0];
const planned = ({ courses }: CaseFile) => courses.find(({ role }) => role === 'planned') ?? courses[0];
const anyPhase = (caseFile: CaseFile, isPrior: boolean): CasePhase => (isPrior ? prior(caseFile) : planned(caseFile)).phases[0];
const organ = (caseFile: CaseFile, name: string): OrganOverride => {
  const override: OrganOverride = { ...caseFile.organs?.[name] };
  caseFile.organs = { ...caseFile.organs, [name]: override };
  return override;
};

const ROLE = fc.boolean();
const DAY = oneOf('2021-11-02', '2022-03-04', '2022-12-30', '2023-06-01', '2023-08-15');
const NAME = oneOf('SpinalCord', 'Esophagus', 'PTV');
const phaseEdit = <Name extends keyof CasePhase>(name: Name, values: fc.Arbitrary<CasePhase[Name] | undefined>) =>
  edit([`courses.phases.${name}`], fc.tuple(ROLE, values), (c, [isPrior, value]) => put(anyPhase(c, isPrior), name, value));
const organEdit = <Name extends keyof OrganOverride>(name: Name, values: fc.Arbitrary<OrganOverride[Name] | undefined>) =>
  edit([`organs.${name}`], fc.tuple(NAME, values), (c, [roi, value]) => put(organ(c, roi), name, value));
const written = (of: Partial<Exclude<CaseRegistration, string | { file: string }>>): CaseRegistration =>
  ({ from: PLANNED, to: PRIOR, matrix: MOVED, ...of }) as CaseRegistration;
const BY = { by: 'A', on: '2026-01-05' };
const WORD = { ...BY, why: 'seen in the record' };

const PARTS = [
  edit(['uid'], maybe(oneOf('2.25.1', '2.25.329800735698586629295641978511506172918')), (c, value) => put(c, 'uid', value)),
  edit(['title'], maybe(oneOf('a', 'b')), (c, value) => put(c, 'title', value)),
  edit(
    ['guesses', 'guesses.field', 'guesses.code', 'guesses.message', 'guesses.facts'],
    maybe(oneOf([{ field: 'courses[0].role', code: 'only-course', message: 'A is taken', facts: { name: 'A' } }])),
    (c, value) => put(c, 'guesses', value),
  ),
  edit(['writtenBy'], maybe(oneOf('isoeffect 0.2.0')), (c, value) => put(c, 'writtenBy', value)),
  edit(['isoeffectCase'], oneOf(1 as const), (c, value) => put(c, 'isoeffectCase', value)),
  edit(['structures'], oneOf('plan/RS.dcm', 'plan/RS2.dcm'), (c, value) => put(c, 'structures', value)),
  edit(['courses.name'], fc.tuple(ROLE, maybe(oneOf('one', 'two'))), (c, [p, value]) =>
    put(p ? prior(c) : planned(c), 'name', value),
  ),
  edit(['courses.started'], maybe(DAY), (c, value) => put(prior(c), 'started', value)),
  edit(['courses.starts'], maybe(DAY), (c, value) => put(planned(c), 'starts', value)),
  edit(['courses.completed'], fc.tuple(ROLE, maybe(DAY)), (c, [p, value]) => put(p ? prior(c) : planned(c), 'completed', value)),
  edit(['courses.concurrentChemotherapy'], maybe(oneOf('yes' as const, 'no' as const)), (c, value) =>
    put(planned(c), 'concurrentChemotherapy', value),
  ),
  edit(['courses.immunotherapy'], maybe(oneOf('yes' as const, 'no' as const)), (c, value) =>
    put(planned(c), 'immunotherapy', value),
  ),
  edit(['courses', 'courses.role', 'courses.phases'], fc.boolean(), (c, isThere) => {
    c.courses = c.courses.filter(({ name }) => name !== 'older');
    if (isThere) {
      c.courses.unshift({ name: 'older', role: 'prior', completed: '2019-05-20', phases: [{ dose: 'first/RD.dcm' }] });
    }
  }),
  edit(['courses.structures', 'courses.registration'], oneOf('', 'own', 'none'), (c, how) => {
    put(prior(c), 'structures', how === '' ? undefined : 'prior/RS.dcm');
    put(prior(c), 'registration', how === 'none' ? 'none' : undefined);
  }),
  edit(
    ['courses.landmarks', 'courses.landmarks.name', 'courses.landmarks.onAnatomyMm', 'courses.landmarks.onCourseMm'],
    maybe(fc.tuple(oneOf('carina', 'arch'), oneOf(0, 4, 7))),
    (c, value) =>
      put(prior(c), 'landmarks', value && [{ name: value[0], onAnatomyMm: [value[1], 0, 0], onCourseMm: [0, value[1], 1] }]),
  ),
  edit(['courses.targets', 'courses.targets.roi', 'courses.targets.doseGy'], maybe(oneOf(20, 24)), (c, value) =>
    put(planned(c), 'targets', value === undefined ? undefined : [{ roi: 'PTV', doseGy: value }]),
  ),
  edit(['courses.organDoses', 'courses.organDoses.Dmax'], maybe(oneOf(30, 42)), (c, value) => {
    if (value !== undefined) prior(c).phases = [{ totalDoseGy: 40, fractions: 20 }];
    put(prior(c), 'organDoses', value === undefined ? undefined : { SpinalCord: { Dmax: value } });
  }),
  phaseEdit('name', maybe(oneOf('p', 'q'))),
  phaseEdit('plan', maybe(oneOf('plan/RP.dcm', 'prior/RP.dcm'))),
  phaseEdit('fractions', maybe(oneOf(20, 28, 30))),
  phaseEdit('organDosesAre', maybe(oneOf('planned' as const, 'delivered' as const))),
  phaseEdit('deliveredFractions', maybe(oneOf(14, 20))),
  phaseEdit('doseShare', maybe(oneOf(1))),
  phaseEdit('doseIs', maybe(oneOf('centigray' as const, 'rbe-weighted' as const))),
  edit(['courses.phases.fractionsPerDay', 'courses.phases.hoursBetween'], fc.tuple(ROLE, maybe(oneOf(6, 8))), (c, [p, hours]) => {
    put(anyPhase(c, p), 'fractionsPerDay', hours && 2);
    put(anyPhase(c, p), 'hoursBetween', hours);
  }),
  edit(
    [
      'courses.phases.dose',
      'courses.phases.totalDoseGy',
      'courses.phases.hotSpotFactor',
      'courses.phases.organDoses',
      'courses.phases.organDoses.Dmax',
    ],
    oneOf('file', 'total', 'confirmed', 'organ'),
    (c, how) => {
      if (how === 'file') delete prior(c).organDoses;
      prior(c).phases =
        how === 'file'
          ? [{ dose: 'prior/RD.dcm' }]
          : how === 'organ'
            ? [{ organDoses: { Esophagus: { Dmax: 40 } }, fractions: 20 }]
            : [{ totalDoseGy: 40, fractions: 20, ...(how === 'confirmed' && { hotSpotFactor: 1.07 }) }];
    },
  ),
  edit(['derived'], maybe(oneOf('Esophagus - PTV', 'expand(SpinalCord, 2 mm)', 'expand(PTV, 4 mm) & Esophagus')), (c, value) =>
    put(c, 'derived', value === undefined ? undefined : { Part: value }),
  ),
  edit(
    [
      'registrations',
      'registrations.file',
      'registrations.accepted',
      'registrations.accepted.by',
      'registrations.accepted.on',
      'registrations.accepted.note',
      'registrations.accepted.sha256',
      'registrations.from',
      'registrations.to',
      'registrations.matrix',
      'registrations.deformation',
      'registrations.deformation.originMm',
      'registrations.deformation.alongRow',
      'registrations.deformation.alongColumn',
      'registrations.deformation.spacingMm',
      'registrations.deformation.size',
      'registrations.deformation.displacementMm',
      'registrations.method',
      'registrations.note',
    ],
    maybe(
      oneOf<CaseRegistration>(
        'REG.dcm',
        { file: 'REG.dcm', accepted: { ...BY, note: 'fit' } },
        { file: 'REG.dcm', accepted: { ...BY, sha256: '0'.repeat(64) } },
        written({}),
        written({ matrix: IDENTITY, method: 'manual', accepted: BY }),
        written({ note: 'by hand', deformation: DEFORMATION }),
        written({ matrix: IDENTITY, deformation: DEFORMATION }),
      ),
    ),
    (c, value) => put(c, 'registrations', value === undefined ? undefined : [value]),
  ),
  organEdit('organ', maybe(oneOf('Esophagus', 'Trachea'))),
  organEdit('alphaBetaGy', maybe(oneOf(2, 3, 10))),
  organEdit('alphaBetaSource', maybe(oneOf('a paper'))),
  organEdit('recovery', maybe(oneOf<number | number[]>(0, 0.25, [0.1], [0.1, 0.2]))),
  organEdit('repairHalfTimeHours', maybe(oneOf(2, 4))),
  edit(
    ['organs.lqL', 'organs.lqL.transitionGyPerFraction', 'organs.lqL.gammaOverAlpha'],
    fc.tuple(NAME, maybe(oneOf({ transitionGyPerFraction: 3 }, { transitionGyPerFraction: 3, gammaOverAlpha: 4 }))),
    (c, [roi, value]) => put(organ(c, roi), 'lqL', value),
  ),
  edit(
    ['organs.repopulation', 'organs.repopulation.dProlifGyPerDay', 'organs.repopulation.kickOffDays'],
    maybe(oneOf({ dProlifGyPerDay: 0.6, kickOffDays: 21 })),
    (c, value) => put(organ(c, 'PTV'), 'repopulation', value),
  ),
  edit(['organs'], fc.boolean(), (c, isKept) => {
    if (!isKept) delete c.organs;
  }),
  edit(['outsideDoseGrid'], maybe(oneOf('zero' as const, 'unknown' as const)), (c, value) => put(c, 'outsideDoseGrid', value)),
  edit(['metrics'], maybe(oneOf(['D1cc'], ['V20Gy', 'D1cc'])), (c, value) => put(c, 'metrics', value)),
  edit(
    ['constraints'],
    maybe(
      oneOf<NonNullable<CaseFile['constraints']>>(
        'umich-reirradiation',
        ['nieder-cord', 'hytec-cord'],
        [{ organ: 'SpinalCord', goal: 'D0.1cc <= 50 Gy', mandatory: true }],
        ['reirradiation-thorax', { organ: 'Esophagus', goal: 'V20Gy < 90 %', recovery: 0.2 }],
      ),
    ),
    (c, value) => put(c, 'constraints', value),
  ),
  edit(
    ['robustness', 'robustness.marginMm', 'robustness.rotationDegrees'],
    maybe(oneOf<NonNullable<CaseFile['robustness']>>(false, { marginMm: 2 }, { marginMm: 4, rotationDegrees: 0 })),
    (c, value) => put(c, 'robustness', value),
  ),
  edit(['inputs'], maybe(oneOf({ 'plan/RD.dcm': '0'.repeat(64) })), (c, value) => put(c, 'inputs', value)),
  edit(['required'], maybe(oneOf(['Heart'], ['BrachialPlex'])), (c, value) => put(c, 'required', value)),
  edit(['absent', 'absent.by', 'absent.on', 'absent.why'], maybe(oneOf('Lungs', 'Esophagus')), (c, value) =>
    put(c, 'absent', value === undefined ? undefined : { [value]: WORD }),
  ),
  edit(
    ['answers', 'answers.code', 'answers.sha256', 'answers.course', 'answers.roi', 'answers.by', 'answers.on', 'answers.why'],
    maybe(oneOf({ code: 'prior-after-planned', course: 'first' }, { code: 'x', roi: 'PTV', sha256: '0'.repeat(64) })),
    (c, value) => put(c, 'answers', value === undefined ? undefined : [{ ...value, ...WORD }]),
  ),
  edit(
    [
      'samePatient',
      'samePatient.of',
      'samePatient.of.id',
      'samePatient.of.name',
      'samePatient.of.birthDate',
      'samePatient.of.sex',
      'samePatient.by',
      'samePatient.on',
      'samePatient.why',
    ],
    maybe(oneOf({ of: [{ id: '1', name: 'A', birthDate: '', sex: '' }], ...WORD })),
    (c, value) => put(c, 'samePatient', value),
  ),
];

/** The fields of the schema that some edit touches. */
export const TOUCHED_FIELDS: ReadonlySet<string> = new Set(PARTS.flatMap(({ fields }) => fields));

export const ANY_EDIT: fc.Arbitrary<CaseEdit> = fc.oneof(...PARTS.map(({ edits }) => edits));

export const ANY_WHAT_IF: fc.Arbitrary<WhatIf> = fc.oneof(
  fc.constant({ plannedScale: 1 }),
  fc.record({ plannedScale: oneOf(0.5, 1, 1.2) }),
  fc.record({ plannedScale: oneOf(1, 0.9), plannedFractions: oneOf(10, 20) }),
  fc.record({
    plannedScale: oneOf(1, 1.1),
    organs: oneOf({ SpinalCord: { alphaBetaGy: 1 } }, { Esophagus: { alphaBetaGy: 4, recovery: 0.1 } }),
  }),
);
