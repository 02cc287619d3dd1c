import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { mayBeDicom } from '../dicom/may-be-dicom';
import { htmlReportIn } from './html-report';
import { csvReportIn } from './own-csv';
import { jsonMark, type Marked } from './written-mark';

/**
 * What a file holds, for who would write over it, window or command line, and whatever its name: a
 * result of this program, as it was written, may be made again, and nothing else. DICOM is none,
 * whoever wrote it, and neither is a case file: what persons said is in it.
 */
export type Held = 'nothing' | 'own result' | 'changed result' | 'DICOM' | 'case file' | 'other';

/** A head of a file that every kind is told by. */
const HEAD_BYTES = 65_536;
/** No result is longer, and no longer text would fit in a string. */
const LONGEST_BYTES = 2 ** 29 - 2 ** 20;

/** A pipe that nobody writes to is not waited for; Windows has no such names among files. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * What a file holds; of a pipe, a device or a folder nothing is read: it is another.
 * @throws the system's error where it cannot be read.
 */
export function whatIsIn(file: string): Held {
  const handle = openSync(file, WITHOUT_WAITING);
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) return 'other';
    const { size } = found;
    const head = bytesAt(handle, 0, HEAD_BYTES);
    if (head.length === 0) return 'nothing';
    if (mayBeDicom(head)) return 'DICOM';
    const start = textOf(head);
    const isJson = /^\uFEFF?\s*\{/.test(start);
    if (size > LONGEST_BYTES || !(isJson || OTHER_STARTS.some((mark) => start.startsWith(mark)))) return 'other';
    const whole = textOf(readFileSync(file));
    if (isJson) return jsonHeld(whole);
    return HELD[start.startsWith('<') ? htmlReportIn(whole) : csvReportIn(whole)];
  } finally {
    closeSync(handle);
  }
}

function bytesAt(handle: number, position: number, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  let length = 0;
  for (;;) {
    const read = readSync(handle, bytes, length, most - length, position + length);
    if (read === 0) return bytes.subarray(0, length);
    length += read;
  }
}

const HELD = {
  'as written': 'own result',
  changed: 'changed result',
  none: 'other',
} as const satisfies Record<Marked, Held>;

/** How a page and a table of this program begin. */
const OTHER_STARTS = ['<!DOCTYPE html>\n<html lang=', '\uFEFFrecord,'];

/** With its byte order mark, which is one of the marks. */
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/**
 * What the JSON of each command has at its top, of `assess`, `inspect`, `dvh`, `propose` and
 * `calc`: other programs' has not all of `has`, and results without a mark nothing but these.
 */
const JSON_RESULTS: readonly { readonly has: readonly string[]; readonly may: readonly string[] }[] = [
  {
    has: ['courses', 'organs', 'findings', 'settings', 'version'],
    may: ['patient', 'registrations', 'monthsBetweenCourses', 'intervals', 'overall', 'files', 'notice'],
  },
  {
    has: ['patients', 'doses', 'plans', 'structureSets', 'ctSeries', 'registrations', 'findings', 'unreadable', 'foreign'],
    may: ['frameGroups', 'others'],
  },
  { has: ['quantity', 'rois', 'findings'], may: [] },
  { has: ['case', 'guesses', 'missing'], may: ['findings'] },
  {
    has: ['doseGy', 'fractions', 'alphaBetaGy', 'bedGy', 'eqd2Gy'],
    may: [
      'fractionGy',
      'given',
      'limitEqd2Gy',
      'remainingEqd2Gy',
      'exceededByEqd2Gy',
      'remainingFractions',
      'remainingDoseGy',
      'remainingGiven',
      'remainingWholeFractions',
    ],
  },
];

function jsonHeld(text: string): Held {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'other';
  }
  if (typeof root !== 'object' || root === null) return 'other';
  const has = (key: string) => Object.hasOwn(root, key);
  if (has('isoeffectCase')) return 'case file';
  const kinds = JSON_RESULTS.filter((kind) => kind.has.every(has));
  if (kinds.length === 0) return 'other';
  const mark = jsonMark(text, root);
  if (mark !== 'none') return HELD[mark];
  const keys = Object.keys(root);
  const isPlain = kinds.some((kind) => keys.every((key) => kind.has.includes(key) || kind.may.includes(key)));
  return isPlain ? 'own result' : 'changed result';
}
