import type { Element } from 'dicom-parser';
import dicomParser from 'dicom-parser';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import { printable } from '../printable';
import { countedStream } from './counted-stream';
import { LARGEST_DECIMAL, LARGEST_INTEGER, parseDecimals } from './decimal-string';
import { isSound } from './sound-element';
import { type Keyword, TAG, tagLabel } from './tag';
import { asciiText, decodeText, type TextVr } from './text-decoding';

/** What all data sets of one file share. */
export interface DataSetSource {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly bigEndian: boolean;
  /** What is odd and can be lived with is added here while reading. */
  readonly findings: Finding[];
}

export type Elements = Readonly<Record<string, Element>>;

const KEYS = Object.fromEntries(
  Object.entries(TAG).map(([keyword, tag]) => [keyword, `x${tag.toString(16).padStart(8, '0')}`]),
) as Record<Keyword, string>;

/** Longer than any number; of damaged text in its place that much is quoted. */
const LONGEST_QUOTED = 120;
const AT_MOST = LARGEST_DECIMAL.toExponential().replace('+', '');

/**
 * The attributes of a data set or of one item of a sequence, by keyword. An absent or empty attribute is '' as text and
 * undefined as a number. Numbers that are no numbers are refused; nothing is defaulted.
 */
export class DataSet {
  constructor(
    private readonly source: DataSetSource,
    private readonly elements: Elements,
    private readonly parentCharacterSet = '',
  ) {}

  get file(): string {
    return this.source.file;
  }

  get bigEndian(): boolean {
    return this.source.bigEndian;
  }

  get findings(): Finding[] {
    return this.source.findings;
  }

  /** Whether the attribute is there, be it empty. */
  has(keyword: Keyword): boolean {
    return this.elements[KEYS[keyword]] !== undefined;
  }

  /** The raw element; undefined where absent or empty. */
  element(keyword: Keyword): Element | undefined {
    const element = this.elements[KEYS[keyword]];
    return element && element.length > 0 ? element : undefined;
  }

  /** The bytes of a value as they stand in the file; undefined where absent or empty. */
  bytesOf(keyword: Keyword): Uint8Array | undefined {
    const element = this.element(keyword);
    return element && this.bytesAt(element.dataOffset, element.length);
  }

  bytesAt(offset: number, length: number): Uint8Array {
    return this.source.bytes.subarray(offset, offset + length);
  }

  /** A code string, UID, date or number as text, without padding. */
  ascii(keyword: Keyword): string {
    const bytes = this.bytesOf(keyword);
    return bytes ? asciiText(bytes) : '';
  }

  /** A code string in upper case. */
  code(keyword: Keyword): string {
    return this.ascii(keyword).toUpperCase();
  }

  /** Text in the character set of this data set, without padding. */
  text(keyword: Keyword, vr: TextVr = 'LO'): string {
    const bytes = this.bytesOf(keyword);
    if (!bytes) return '';
    const { text, undecodable } = decodeText(bytes, this.characterSet, vr);
    const { findings, file } = this.source;
    if (undecodable && !findings.some((finding) => finding.code === 'text-undecodable')) {
      const facts = { tag: tagLabel(TAG[keyword]), characterSet: this.characterSet, text };
      findings.push(makeFinding('text-undecodable', 'warning', facts, { file }));
    }
    return text;
  }

  /**
   * The numbers of a decimal or integer string; undefined where absent or empty.
   * @param of what the attribute belongs to, for the error: "ROI 3 PTV, contour 12".
   * @throws InputError on a value that is not a number, or too large for one of a treatment.
   */
  decimals(keyword: Keyword, of?: string): Float64Array | undefined {
    const element = this.element(keyword);
    if (!element) return undefined;
    const values = parseDecimals(this.source.bytes, element.dataOffset, element.length);
    if (!(values instanceof Float64Array)) {
      const { text, index, isTooLarge } = values;
      const found = `"${printable(text, LONGEST_QUOTED)}" as value ${index + 1}`;
      throw this.refuse(keyword, found, isTooLarge ? `a number of at most ${AT_MOST}` : 'a number', of);
    }
    return values.length > 0 ? values : undefined;
  }

  /** The first number of a decimal or integer string. @throws InputError where it is not a number. */
  decimal(keyword: Keyword): number | undefined {
    return this.decimals(keyword)?.[0];
  }

  /** A number that must be whole. @throws InputError where it is not, or more than an integer string can say. */
  integer(keyword: Keyword): number | undefined {
    const value = this.decimal(keyword);
    if (value !== undefined && !Number.isInteger(value)) throw this.refuse(keyword, String(value), 'a whole number');
    if (value !== undefined && Math.abs(value) > LARGEST_INTEGER) {
      throw this.refuse(keyword, String(value), `a whole number of at most ${LARGEST_INTEGER}`);
    }
    return value;
  }

  /** An unsigned short (US). */
  unsignedShort(keyword: Keyword): number | undefined {
    const bytes = this.bytesOf(keyword);
    if (!bytes || bytes.length < 2) return undefined;
    return this.bigEndian ? bytes[0] * 256 + bytes[1] : bytes[1] * 256 + bytes[0];
  }

  /** The items of a sequence; none where absent or empty. */
  items(keyword: Keyword): DataSet[] {
    const element = this.elements[KEYS[keyword]];
    if (!element) return [];
    const items = element.items ?? (element.vr === 'UN' && element.length > 0 ? this.itemsOfUnknown(element) : []);
    const characterSet = this.characterSet;
    return items.flatMap((item) => (item.dataSet ? [new DataSet(this.source, item.dataSet.elements, characterSet)] : []));
  }

  /** An error about an attribute of this data set. */
  refuse(keyword: Keyword, found: string, needed: string, of?: string): InputError {
    const where = of ? `${tagLabel(TAG[keyword])} of ${of}` : tagLabel(TAG[keyword]);
    return new InputError({ file: this.source.file, where, found, needed });
  }

  private get characterSet(): string {
    return this.ascii('SpecificCharacterSet') || this.parentCharacterSet;
  }

  /** A sequence that some archive did not know and wrote as UN is implicit little endian inside (PS3.5 6.2.2). */
  private itemsOfUnknown(element: Element): Element[] {
    const end = element.dataOffset + element.length;
    const stream = countedStream(dicomParser.littleEndianByteArrayParser, this.source.bytes.subarray(0, end), element.dataOffset);
    const sequence: Element = { tag: element.tag, length: element.length, dataOffset: element.dataOffset };
    let failed = false;
    try {
      dicomParser.readSequenceItemsImplicit(stream, sequence);
    } catch {
      failed = true;
    }
    if (failed || !isSound(sequence, false)) {
      throw new InputError({
        file: this.source.file,
        where: tagLabel(Number.parseInt(element.tag.slice(1), 16)),
        found: 'a sequence of unknown value representation (UN) that is damaged',
        needed: 'the whole sequence: export or copy the file again',
      });
    }
    return sequence.items ?? [];
  }
}
