import dicomParser, { type Element } from 'dicom-parser';
import type { Finding } from '../findings/finding';
import { InputError } from '../input-error';
import { MOST_ELEMENTS } from './claimed-sizes';
import { countedStream, TooManyElements } from './counted-stream';
import { DataSet } from './data-set';
import { describeForeignBytes, NotDicomError } from './not-dicom-error';
import type { OpenedFile } from './part10';
import { repeatedTag } from './repeated-element';
import { endOf, isSound } from './sound-element';
import { TAG, tagLabel } from './tag';

/** Implicit VR does not say what is a sequence; without a word from here dicom-parser guesses it from the value's bytes. */
const IMPLICIT_VRS = new Map<string, string>(
  Object.entries(TAG).map(([keyword, tag]) => [
    `x${tag.toString(16).padStart(8, '0')}`,
    keyword.endsWith('Sequence') ? 'SQ' : keyword === 'PixelData' ? 'OW' : 'DS',
  ]),
);

const PIXELS = `x${TAG.PixelData.toString(16).padStart(8, '0')}`;
/** Of no element: all are read. */
const NO_TAG = '';

const labelOf = (element: Element) => tagLabel(Number.parseInt(element.tag.slice(1), 16));

/** SOPClassUID or Modality: without "DICM" only they tell a data set from bytes that happen to look like one. */
const isIdentity = ({ tag }: Element) => tag === 'x00080016' || tag === 'x00080060';

/** Said of an implicit element of fewer than four bytes at the very end, which is whole. */
const HARMLESS_WARNING = 'in peeking to determine VR';

function brokenOff(file: string, opened: OpenedFile, elements: readonly Element[]): InputError {
  const { bytes, isPart10 } = opened;
  const sure = isPart10 || elements.some(isIdentity);
  if (!sure) return new NotDicomError(file, describeForeignBytes(bytes));
  const within = elements.find((element) => endOf(element) > bytes.length);
  const last = elements.filter((element) => endOf(element) <= bytes.length).at(-1);
  const place = within ? `within ${labelOf(within)}` : last ? `after ${labelOf(last)}` : 'at its first data element';
  return new InputError({
    file,
    found: `a file that is cut off or damaged ${place}`,
    needed: 'the whole file: export or copy it again',
  });
}

function tooManyElements(file: string, elements: readonly Element[]): InputError {
  const last = elements.at(-1);
  const place = last ? ` (the last whole one is ${labelOf(last)})` : '';
  return new InputError({
    file,
    found: `more than ${MOST_ELEMENTS} elements and items${place}`,
    needed: 'an object of a treatment: none has so many',
  });
}

/**
 * Walks the data elements of an opened file.
 * @param findings is added to while attributes are read.
 * @param headOf where the bytes are only the first ones of a file of so many bytes: the walk then ends at its pixels,
 *   which have to lie within the file unless they do not say how long they are.
 * @throws InputError where the file breaks off, its elements do not follow one another or one stands there twice with two
 *   values; NotDicomError where a file
 *   without "DICM" turns out to be no DICOM.
 */
export function parseDataSet(file: string, opened: OpenedFile, findings: Finding[], headOf?: number): DataSet {
  const { syntax, bytes, offset } = opened;
  const source = { file, bytes, bigEndian: syntax.bigEndian, findings };
  if (offset >= bytes.length) throw brokenOff(file, opened, []);
  const parser = syntax.bigEndian ? dicomParser.bigEndianByteArrayParser : dicomParser.littleEndianByteArrayParser;
  const stream = countedStream(parser, bytes, offset);
  const parsed = new dicomParser.DataSet(parser, bytes, {});
  parsed.warnings = [];
  let failed = false;
  try {
    const untilTag = headOf === undefined ? NO_TAG : PIXELS;
    if (syntax.explicitVr) dicomParser.parseDicomDataSetExplicit(parsed, stream, bytes.length, { untilTag });
    else {
      const vrCallback = (tag: string) => IMPLICIT_VRS.get(tag);
      dicomParser.parseDicomDataSetImplicit(parsed, stream, bytes.length, { untilTag, vrCallback });
    }
  } catch (error) {
    if (error instanceof TooManyElements) throw tooManyElements(file, Object.values<Element>(parsed.elements));
    // dicom-parser throws strings about its own functions; which element broke is told from what was read before.
    failed = true;
  }
  const elements = Object.values<Element>(parsed.elements);
  const last = elements.at(-1);
  const isPadded =
    failed && last !== undefined && endOf(last) <= bytes.length && bytes.subarray(endOf(last)).every((byte) => byte === 0);
  const isOpenEnded = (element: Element) => headOf !== undefined && element.tag === PIXELS && element.hadUndefinedLength;
  const limitOf = (element: Element) => (element.tag === PIXELS ? (headOf ?? bytes.length) : bytes.length);
  const overruns =
    stream.position > bytes.length || elements.some((element) => endOf(element) > limitOf(element) && !isOpenEnded(element));
  const endsEarly = [...parsed.warnings, ...stream.warnings].some(
    (warning) => warning.startsWith('eof') && !warning.endsWith(HARMLESS_WARNING),
  );
  const strange = elements.some((element) => !isSound(element, syntax.explicitVr));
  const nameless = !opened.isPart10 && !elements.some(isIdentity);
  if ((failed && !isPadded) || overruns || endsEarly || strange || nameless) throw brokenOff(file, opened, elements);
  const repeated = repeatedTag(parsed.elements, { ...syntax, bytes }, offset);
  if (repeated !== undefined) throw twice(file, repeated);
  return new DataSet(source, parsed.elements);
}

const twice = (file: string, tag: number) =>
  new InputError({
    file,
    where: tagLabel(tag),
    found: 'this attribute twice in one data set, with two values',
    needed: 'it once: which of the two is meant is not known',
  });
