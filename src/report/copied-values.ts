import type { CaseInputs } from '../case/case-inputs';
import type { DicomHeader } from '../dicom/dicom-header';
import { TAG, tagLabel } from '../dicom/tag';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';

/** What is copied from the planned dose to the file that is written. */
export interface CopiedValues {
  readonly StudyInstanceUID: string;
  readonly FrameOfReferenceUID: string;
  readonly StudyDate: string;
  readonly StudyDescription: string;
  readonly PatientName: string;
  readonly PatientID: string;
  readonly PatientBirthDate: string;
  readonly PatientSex: string;
}

type Rule = { readonly allows: (value: string) => boolean; readonly needed: string };

const lettersIn = (text: string): number => Array.from(text).length;
/** Control characters, and the backslash, which parts values (PS3.5 6.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\u0000-\u001f\u007f-\u009f\\]/;
const LONGEST = 64;

/** What each value representation allows (PS3.5 table 6.2-1); empty is allowed by all. */
const RULES = {
  UI: { allows: (uid) => /^[0-9.]{0,64}$/.test(uid), needed: 'a UID of at most 64 digits and dots' },
  DA: { allows: (date) => /^(\d{8})?$/.test(date), needed: 'a day as YYYYMMDD' },
  CS: { allows: (code) => /^[A-Z0-9_ ]{0,16}$/.test(code), needed: 'a code of at most 16 letters and digits' },
  LO: {
    allows: (text) => lettersIn(text) <= LONGEST && !NO_TEXT.test(text),
    needed: `at most ${LONGEST} letters without control characters and backslashes`,
  },
  PN: {
    allows: (name) => {
      const groups = name.split('=');
      const isShort = groups.length <= 3 && groups.every((group) => lettersIn(group) <= LONGEST);
      return isShort && !NO_TEXT.test(name);
    },
    needed: `at most three forms of a name, each of at most ${LONGEST} letters without control characters and backslashes`,
  },
} satisfies Record<string, Rule>;

const VR = {
  StudyInstanceUID: 'UI',
  FrameOfReferenceUID: 'UI',
  StudyDate: 'DA',
  StudyDescription: 'LO',
  PatientName: 'PN',
  PatientID: 'LO',
  PatientBirthDate: 'DA',
  PatientSex: 'CS',
} as const satisfies Record<keyof CopiedValues, keyof typeof RULES>;

/** They tell neither whose nor of what the dose is, and may be empty (PS3.3 C.7.2.1). */
const MAY_BE_LEFT_OUT: readonly (keyof CopiedValues)[] = ['StudyDate', 'StudyDescription'];

/**
 * What an exported dose has from its inputs, each as its value representation allows. Nothing is
 * cut: what says whose dose it is and where must be written as it is or not at all.
 * @returns with a finding for each value that is left empty.
 * @throws InputError for an identifier that cannot be written as it is.
 */
export function copiedValues(inputs: CaseInputs): {
  readonly values: CopiedValues;
  readonly planUids: readonly string[];
  readonly findings: readonly Finding[];
} {
  const first = inputs.courses.find(({ role }) => role === 'planned')?.phases[0];
  const header = first?.header;
  const found: CopiedValues = {
    StudyInstanceUID: header?.studyInstanceUid ?? '',
    FrameOfReferenceUID: first?.dose.kind === 'grid' ? first.dose.grid.frameOfReferenceUid : '',
    StudyDate: header?.studyDate ?? '',
    StudyDescription: header?.studyDescription ?? '',
    PatientName: header?.patient.name ?? '',
    PatientID: header?.patient.id ?? '',
    PatientBirthDate: header?.patient.birthDate ?? '',
    PatientSex: header?.patient.sex ?? '',
  };
  const findings: Finding[] = [];
  const entries = Object.entries(found).map(([key, value]) => {
    const keyword = key as keyof CopiedValues;
    if (RULES[VR[keyword]].allows(value)) return [keyword, value];
    if (!MAY_BE_LEFT_OUT.includes(keyword)) throw notWritable(header, keyword, value, RULES[VR[keyword]]);
    const facts = { tag: tagLabel(TAG[keyword]), value };
    const place = header && { file: header.file };
    findings.push(makeFinding('exported-dose-value-left-out', 'warning', facts, place));
    return [keyword, ''];
  });
  return { values: Object.fromEntries(entries) as CopiedValues, planUids: planUidsOf(inputs), findings };
}

/** @throws InputError for one that is no UID. */
function planUidsOf({ courses }: CaseInputs): readonly string[] {
  const headers = courses.flatMap(({ phases }) => phases.flatMap(({ header }) => header ?? []));
  const uids = headers.flatMap((header) =>
    header.referencedPlans.map(({ sopInstanceUid: uid }) => {
      if (!RULES.UI.allows(uid)) throw notWritable(header, 'ReferencedSOPInstanceUID', uid, RULES.UI);
      return uid;
    }),
  );
  return [...new Set(uids)];
}

function notWritable(header: DicomHeader | undefined, keyword: keyof typeof TAG, value: string, { needed }: Rule) {
  const size = lettersIn(value) > LONGEST ? ` (${lettersIn(value)} letters)` : '';
  return new InputError({
    file: header?.file,
    where: tagLabel(TAG[keyword]),
    found: `${[...value].length > 200 ? `${Array.from(value).slice(0, 200).join('')}…` : value}${size}`,
    needed: `${needed}, to be written to --dose-out as it is`,
  });
}
