import { describe, expect, it } from 'vitest';
import { doseColour, doseTable, TABLE_SIZE, tableEntries } from '../../../src/app/viewer/colour-map';

const linearOf = (c: number) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
const lightness = (rgb: readonly number[]) => {
  const y = 0.2126 * linearOf(rgb[0]) + 0.7152 * linearOf(rgb[1]) + 0.0722 * linearOf(rgb[2]);
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
};

/** Linear RGB as seen without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const SEEN = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
const asSeen = (rgb: readonly number[], m: readonly number[]) => {
  const [r, g, b] = rgb.map(linearOf);
  return [0, 3, 6].map((row) => {
    const c = Math.min(1, Math.max(0, m[row] * r + m[row + 1] * g + m[row + 2] * b));
    return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
  });
};

describe('the colour map of the dose', () => {
  const parts = Array.from({ length: 65 }, (_, n) => n / 64);

  it('gets lighter with the dose, evenly', () => {
    const steps = parts.slice(1).map((part, n) => lightness(doseColour(part)) - lightness(doseColour(parts[n])));
    expect(Math.min(...steps)).toBeGreaterThan(0.3);
    expect(Math.max(...steps)).toBeLessThan(3);
  });

  it.each(Object.entries(SEEN))('keeps its order with %s', (_, matrix) => {
    const seen = parts.filter((_p, n) => n % 4 === 0).map((part) => lightness(asSeen(doseColour(part), matrix)));
    seen.slice(1).forEach((l, n) => expect(l).toBeGreaterThan(seen[n]));
  });

  it('has a table whose first entry is clear', () => {
    const table = doseTable();
    expect(table.length).toBe(TABLE_SIZE);
    expect(table[0]).toEqual([0, 0, 0, 0]);
    expect(table[1]).toEqual([...doseColour(0), 255]);
    expect(table[255]).toEqual([...doseColour(1), 255]);
  });

  it('is entered at fromGy, left at maxGy, and clear below and where no dose is known', () => {
    const out = new Uint8Array(8);
    tableEntries(Float32Array.of(-1, 9.99, 10, 35, 60, 61, Number.NaN, 10.05), 10, 60, out);
    expect([...out]).toEqual([0, 0, 1, 128, 255, 255, 0, 1]);
    tableEntries(Float32Array.of(0, 5), 5, 5, out);
    expect([...out.slice(0, 2)]).toEqual([0, 1]);
  });
});
