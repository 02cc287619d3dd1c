import type { Element } from 'dicom-parser';
import { makeFinding } from '../findings/finding';
import type { PixelDoubt } from '../findings/reading';
import { MOST_FRAMES, MOST_UNPACKED_BYTES, megabytes } from './claimed-sizes';
import type { DataSet } from './data-set';
import { type PixelValues, pixelValues } from './pixel-values';
import { decodeRleFrame, RleError } from './rle-lossless';
import type { TransferSyntax } from './transfer-syntax';

/** Two bytes of RLE give at most 128: a size that needs more is damaged, and memory is not to be taken for it. */
const RLE_BEST_RATIO = 64;

/** The shape and storage of a pixel grid (PS3.3 C.7.6.3). */
export interface PixelShape {
  readonly columns: number;
  readonly rows: number;
  readonly frames: number;
  readonly bitsAllocated: 16 | 32;
  readonly signed: boolean;
}

/** Rows, columns, frames, bits and sign. @throws InputError where one is missing or not what can be read here. */
export function readPixelShape(data: DataSet, allowedBits: readonly (16 | 32)[]): PixelShape {
  const size = (keyword: 'Rows' | 'Columns') => {
    const value = data.unsignedShort(keyword);
    if (!value) throw data.refuse(keyword, value === undefined ? 'nothing' : '0', 'the size of the grid');
    return value;
  };
  const frames = data.integer('NumberOfFrames') ?? 1;
  if (frames < 1) throw data.refuse('NumberOfFrames', String(frames), 'at least 1');
  if (frames > MOST_FRAMES) throw data.refuse('NumberOfFrames', String(frames), `at most ${MOST_FRAMES} planes`);
  const samples = data.unsignedShort('SamplesPerPixel') ?? 1;
  if (samples !== 1) throw data.refuse('SamplesPerPixel', String(samples), '1 (no colour image)');
  const bits = data.unsignedShort('BitsAllocated');
  const bitsAllocated = allowedBits.find((allowed) => allowed === bits);
  if (!bitsAllocated) throw data.refuse('BitsAllocated', bits === undefined ? 'nothing' : String(bits), allowedBits.join(' or '));
  const representation = data.unsignedShort('PixelRepresentation');
  if (representation !== 0 && representation !== 1) {
    throw data.refuse(
      'PixelRepresentation',
      representation === undefined ? 'nothing' : String(representation),
      '0 (unsigned) or 1 (signed)',
    );
  }
  return { columns: size('Columns'), rows: size('Rows'), frames, bitsAllocated, signed: representation === 1 };
}

/** The bytes of each frame of encapsulated pixel data (PS3.5 A.4): one fragment a frame, or grouped by the offset table. */
function encapsulatedFrames(data: DataSet, element: Element, frames: number): Uint8Array[] {
  const fragments = element.fragments ?? [];
  const table = element.basicOffsetTable ?? [];
  const frameOf = (offset: number, index: number): number => {
    if (fragments.length === frames) return index;
    if (frames === 1) return 0;
    return table.findLastIndex((start) => start <= offset);
  };
  if (fragments.length < frames)
    throw data.refuse('PixelData', `${fragments.length} frames`, `${frames}, as NumberOfFrames says`);
  const grouped: Uint8Array[][] = Array.from({ length: frames }, () => []);
  fragments.forEach(({ offset, position, length }, index) => {
    grouped[frameOf(offset, index)]?.push(data.bytesAt(position, length));
  });
  const found = grouped.filter((parts) => parts.length > 0).length;
  if (found !== frames) throw data.refuse('PixelData', `${found} frames`, `${frames}, as NumberOfFrames says`);
  return grouped.map((parts) => {
    if (parts.length === 1) return parts[0];
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  });
}

function decodeRle(data: DataSet, element: Element, shape: PixelShape): PixelValues {
  const width = shape.bitsAllocated === 16 ? 2 : 4;
  const pixels = shape.columns * shape.rows;
  const expected = pixels * shape.frames * width;
  const frames = encapsulatedFrames(data, element, shape.frames);
  if (expected > element.length * RLE_BEST_RATIO) {
    throw data.refuse('PixelData', `${element.length} bytes of RLE`, `enough for ${expected} bytes of ${shape.frames} frames`);
  }
  if (expected > MOST_UNPACKED_BYTES) {
    const most = `at most ${megabytes(MOST_UNPACKED_BYTES)}: export the object uncompressed`;
    throw data.refuse('PixelData', `RLE of ${megabytes(element.length)} that unpacks to ${megabytes(expected)}`, most);
  }
  const bytes = new Uint8Array(expected);
  frames.forEach((frame, n) => {
    try {
      bytes.set(decodeRleFrame(frame, pixels, width), n * pixels * width);
    } catch (error) {
      if (error instanceof RleError) throw data.refuse('PixelData', `in frame ${n + 1} ${error.message}`, 'whole RLE frames');
      throw error;
    }
  });
  return pixelValues(bytes, shape.bitsAllocated, shape.signed, false);
}

/**
 * Whether bytes behind the pixels are padding. A surplus that another number of rows, columns or frames would explain is
 * none: then the shape is wrong, and where each pixel lies is not known. Beyond a row of pixels only zeros are.
 */
function isPadding(bytes: Uint8Array, { columns, rows, frames, bitsAllocated }: PixelShape): boolean {
  const width = bitsAllocated / 8;
  const [aRow, aFrame] = [columns * width, columns * rows * width];
  if (bytes.length >= aFrame || [aRow * frames, rows * frames * width].some((more) => bytes.length % more === 0)) return false;
  return bytes.length < aRow || bytes.every((byte) => byte === 0);
}

/** What is wrong with the pixels of a file, as far as is seen without reading them. */
export interface PixelFault {
  readonly why: PixelDoubt;
  readonly found: string;
  readonly needed: string;
}

/** Why pixels cannot be read: they are not there, are compressed in a way that is not read, or do not fit the shape. */
export function pixelFault(data: DataSet, syntax: TransferSyntax, shape: PixelShape): PixelFault | undefined {
  const element = data.element('PixelData');
  if (!element) return { why: { kind: 'missing' }, found: 'nothing', needed: 'the pixel values' };
  if (syntax.pixels === 'rle') return undefined;
  if (syntax.pixels === 'compressed' || element.encapsulatedPixelData) {
    const name = syntax.pixels === 'compressed' ? syntax.name : 'an unnamed compression';
    const needed = 'uncompressed or RLE Lossless pixels: export the object uncompressed';
    return { why: { kind: 'compressed', as: name }, found: `pixels compressed as ${name}`, needed };
  }
  const { columns, rows, frames, bitsAllocated } = shape;
  const expected = bytesOf(shape);
  const surplus = element.length - expected;
  if (surplus === 0 || (surplus > 0 && isPadding(data.bytesAt(element.dataOffset + expected, surplus), shape))) return undefined;
  const shapeText = `${columns} columns x ${rows} rows x ${frames} frames of ${bitsAllocated} bits`;
  const why = { kind: 'length', foundBytes: element.length, neededBytes: expected } as const;
  return { why, found: `${element.length} bytes`, needed: `${expected} bytes (${shapeText})` };
}

const bytesOf = ({ columns, rows, frames, bitsAllocated }: PixelShape): number => (columns * rows * frames * bitsAllocated) / 8;

/**
 * The stored values of all frames. Native and RLE Lossless pixels are read.
 * Padding behind the last is passed over and said.
 * @throws InputError on other compressions, by name, and on a length that does not fit the shape.
 */
export function readPixels(data: DataSet, syntax: TransferSyntax, shape: PixelShape): PixelValues {
  const fault = pixelFault(data, syntax, shape);
  if (fault) throw data.refuse('PixelData', fault.found, fault.needed);
  const element = data.element('PixelData')!;
  if (syntax.pixels === 'rle') return decodeRle(data, element, shape);
  const expected = bytesOf(shape);
  if (element.length > expected) {
    data.findings.push(makeFinding('pixels-padded', 'info', { bytes: element.length - expected }, { file: data.file }));
  }
  return pixelValues(data.bytesAt(element.dataOffset, expected), shape.bitsAllocated, shape.signed, data.bigEndian);
}
