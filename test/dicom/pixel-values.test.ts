import { describe, expect, it } from 'vitest';
import { pixelValues } from '../../src/dicom/pixel-values';

/** Larger than what is copied without a thought. */
const MANY = 4_200_000;

/** A file of `bytes` that begins at `base` of its memory, with `before` bytes before its pixels. */
function inFile(base: number, before: number, pixelBytes: number) {
  const file = new Uint8Array(new ArrayBuffer(base + before + pixelBytes), base);
  const pixels = file.subarray(before);
  pixels.set([0x01, 0x02, 0x03, 0x84], 0);
  pixels.set([0xf5, 0xf6, 0xf7, 0x78], pixelBytes - 4);
  return { file, pixels };
}

describe('pixelValues', () => {
  it.each([
    ['32 bits at a multiple of four', 0, 1000, 32],
    ['32 bits that a read laid at a multiple of four', 2, 1002, 32],
    ['16 bits at a multiple of two', 0, 1002, 16],
  ] as const)('reads many values where they are: %s', (_, base, before, bits) => {
    const { file, pixels } = inFile(base, before, 4 * MANY);
    const values = pixelValues(pixels, bits, false, false);
    expect(values.buffer).toBe(file.buffer);
    expect(values.length).toBe(bits === 32 ? MANY : 2 * MANY);
    expect(values[0]).toBe(bits === 32 ? 0x84030201 : 0x0201);
    expect(values.at(-1)).toBe(bits === 32 ? 0x78f7f6f5 : 0x78f7);
  });

  it.each([
    ['32 bits between multiples of four', 0, 1002, MANY, false],
    ['big endian, which is turned', 0, 1000, MANY, true],
    ['few, which would hold a whole file', 0, 1000, 8, false],
    ['a small part of what holds them', 0, 40_000_000, MANY, false],
  ] as const)('copies others, and leaves the bytes as they are: %s', (_, base, before, count, bigEndian) => {
    const { file, pixels } = inFile(base, before, 4 * count);
    const values = pixelValues(pixels, 32, true, bigEndian);
    expect(values.buffer).not.toBe(file.buffer);
    expect(values.length).toBe(count);
    expect([values[0], values.at(-1)]).toEqual(
      bigEndian ? [0x01020384, 0xf5f6f778 - 2 ** 32] : [0x84030201 - 2 ** 32, 0x78f7f6f5],
    );
    expect([...pixels.subarray(0, 4)]).toEqual([0x01, 0x02, 0x03, 0x84]);
  });
});
