import type { Files } from './case/written-case';
import { type Fields, fileBytes, own } from './dicom/objects';
import { bytesOf, probe } from './probe';
import { CASE, OBJECTS, ORGANS, TABLE } from './probed-study';

/* The study of `probed-study` with other texts: one by one, or all of them at once. */

/** Text for people; what the rest holds is read by its meaning. */
const FREE = new Set(['PN', 'LO', 'SH', 'ST', 'LT', 'UT', 'UC']);
const NUMBERS = new Set(['US', 'UL', 'OW', 'OF', 'OB', 'FD', 'FL']);

export const isFree = (keyword: string): boolean => FREE.has(own(keyword, {}).vr);

/** Where strings stand in an object, each path once: the sequences' first items stand for all. */
export function stringPaths(fields: Fields, at: readonly string[] = []): (readonly string[])[] {
  return Object.entries(fields).flatMap(([keyword, value]) => {
    if (value === undefined || NUMBERS.has(own(keyword, {}).vr)) return [];
    const isSequence = own(keyword, {}).vr === 'SQ';
    if (isSequence) return stringPaths((value as readonly Fields[])[0] ?? {}, [...at, keyword]);
    return [[...at, keyword]];
  });
}

/** An object with a text in place of the one at a path, in the first item of each sequence; it is written in UTF-8. */
export function withText(fields: Fields, [keyword, ...rest]: readonly string[], text: string): Fields {
  if (rest.length === 0) return { ...fields, [keyword]: bytesOf(text) };
  const [first, ...others] = fields[keyword] as readonly Fields[];
  return { ...fields, [keyword]: [withText(first, rest, text), ...others] };
}

/** Texts that objects of all kinds may have, whether or not anyone reads them. */
const MORE = [
  'StudyDescription',
  'SeriesDescription',
  'ManufacturerModelName',
  'SoftwareVersions',
  'PatientComments',
  'ContentLabel',
  'StructureSetLabel',
  'RTPlanLabel',
];

/** An object with a text of its own in every element for people, in all items, and in private elements. */
export function withAllTexts(fields: Fields, next: (what: string) => string): Fields {
  const more = Object.fromEntries(MORE.filter((keyword) => fields[keyword] === undefined).map((keyword) => [keyword, '']));
  const secret = { tag: 0x00091001, vr: 'UT', value: bytesOf(next('private')) };
  return {
    ...filled({ ...fields, ...more }, next),
    SpecificCharacterSet: 'ISO_IR 192',
    creator: { tag: 0x00090010, vr: 'LO', value: 'PROBE' },
    secret,
    secrets: { tag: 0x00091002, vr: 'SQ', items: [[secret]] },
  };
}

function filled(fields: Fields, next: (what: string) => string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([keyword, value]) => {
      if (value === undefined) return [keyword, value];
      // The files are of one patient.
      if (keyword === 'PatientName') return [keyword, bytesOf(`Doe^${probe(9001)}^=${probe(9002)}`)];
      if (keyword === 'PatientID') return [keyword, bytesOf(probe(9003))];
      if (own(keyword, {}).vr === 'SQ') return [keyword, (value as readonly Fields[]).map((item) => filled(item, next))];
      // In the expression of a derived region a name stands in double quotes.
      if (keyword === 'ROIName') return [keyword, bytesOf(next(keyword).replaceAll('"', "'"))];
      return [keyword, isFree(keyword) ? bytesOf(next(keyword)) : value];
    }),
  );
}

export const written = (objects: Readonly<Record<string, Fields>>, table: object = TABLE): Files => ({
  ...Object.fromEntries(Object.entries(objects).map(([name, fields]) => [name, fileBytes(fields)])),
  'own.json': bytesOf(JSON.stringify(table)),
});

/** JSON with other strings: `change` is given each string that is a value, and where it stands. */
export function withStrings<T>(value: T, change: (text: string, at: string) => string, at = ''): T {
  if (typeof value === 'string') return change(value, at) as T;
  if (Array.isArray(value)) return value.map((each, n) => withStrings(each, change, `${at}[${n}]`)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withStrings(each, change, `${at}.${key}`)])) as T;
}

/** Fields of a case and of a table that a person fills in as they like. */
const OWN_WORDS =
  /\.(title|name|alphaBetaSource|source|note|message|why|by|writtenBy|of|version|description|opinionNote|alphaBetaNote)$/;

/** The study and its case, every text for people in it a probe, and what each probe stands for. */
export function allProbed() {
  const placed: string[] = [];
  const next = (what: string) => probe(placed.push(what) - 1);
  const names = new Map(
    [...Object.keys(OBJECTS), 'own.json'].map((name) => [name, `${next('folder')}/${next(name)}${name.replace('/', '-')}`]),
  );
  const objects = Object.fromEntries(Object.entries(OBJECTS).map(([name, fields]) => [name, withAllTexts(fields, next)]));
  const rois = (objects['plan/RS.dcm'].StructureSetROISequence as readonly Fields[]).map(({ ROIName }) =>
    new TextDecoder().decode(ROIName as Uint8Array),
  );
  const roiOf = (organ: string) => rois[ORGANS.indexOf(organ as (typeof ORGANS)[number])] ?? organ;
  const around = next('derived');
  const said = withStrings(CASE, (text, at) => {
    if (names.has(text)) return names.get(text)!;
    if (at === '.courses[1].targets[0].roi' || at === '.constraints[1].organ') return roiOf(text);
    return OWN_WORDS.test(at) && !at.startsWith('.samePatient.of') ? next(at) : text;
  });
  const caseFile = {
    ...said,
    // An answer names a course.
    answers: said.answers.map((answer) => ({ ...answer, course: said.courses[0].name })),
    derived: { [around]: `"${roiOf('Esophagus')}" + "${roiOf('SpinalCord')}"` },
    organs: Object.fromEntries(
      Object.entries(said.organs).map(([name, entry]) => [name === 'Around' ? around : roiOf(name), entry]),
    ),
  };
  const plain = written(
    objects,
    withStrings(TABLE, (text, at) => (OWN_WORDS.test(at) ? next(`table${at}`) : text)),
  );
  const files = Object.fromEntries(Object.entries(plain).map(([name, bytes]) => [names.get(name)!, bytes]));
  return { objects, files, caseFile, casePath: `${next('case.json')}.json`, placed };
}
