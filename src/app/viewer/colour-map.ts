/*
 * Colours of the dose wash: Plasma (Smith and van der Walt, CC0), whose lightness rises evenly from one end to the
 * other, so that its order can be read with any colour vision and in grey. Its darkest ninth is left out: on lung and
 * air it could not be told from no dose.
 */
const STOPS: readonly (readonly [number, number, number])[] = [
  [0x46, 0x03, 0x9f],
  [0x72, 0x01, 0xa8],
  [0x9c, 0x17, 0x9e],
  [0xbd, 0x37, 0x86],
  [0xd8, 0x57, 0x6b],
  [0xed, 0x79, 0x53],
  [0xfb, 0x9f, 0x3a],
  [0xfd, 0xca, 0x26],
  [0xf0, 0xf9, 0x21],
];

/** Entries of the table; entry 0 is clear. */
export const TABLE_SIZE = 256;

/** Colour at `part` (0 to 1) of the range, red, green and blue from 0 to 255. */
export function doseColour(part: number): readonly [number, number, number] {
  const at = Math.min(1, Math.max(0, part)) * (STOPS.length - 1);
  const n = Math.min(STOPS.length - 2, Math.floor(at));
  const mix = (c: 0 | 1 | 2) => Math.round(STOPS[n][c] + (at - n) * (STOPS[n + 1][c] - STOPS[n][c]));
  return [mix(0), mix(1), mix(2)];
}

/** Red, green, blue and opacity for each table entry: none below the range, then the map from its beginning to its end. */
export function doseTable(): number[][] {
  return Array.from({ length: TABLE_SIZE }, (_, n) =>
    n === 0 ? [0, 0, 0, 0] : [...doseColour((n - 1) / (TABLE_SIZE - 2)), 255],
  );
}

/** Table entries of doses: 0 below `fromGy` and where there is no dose, 1 at `fromGy`, the last from `maxGy` on. */
export function tableEntries(doseGy: Float32Array, fromGy: number, maxGy: number, out: Uint8Array): void {
  const perGy = (TABLE_SIZE - 2) / Math.max(maxGy - fromGy, 1e-6);
  const last = TABLE_SIZE - 1;
  for (let n = 0; n < doseGy.length; n++) {
    const d = doseGy[n];
    // False for NaN too.
    if (d >= fromGy) {
      const entry = 1.5 + (d - fromGy) * perGy;
      out[n] = entry < last ? entry : last;
    } else {
      out[n] = 0;
    }
  }
}

/** The map as a CSS gradient, first colour first. */
export function gradient(towards: string): string {
  const stops = STOPS.map((colour, n) => `rgb(${colour.join(' ')}) ${((100 * n) / (STOPS.length - 1)).toFixed(1)}%`);
  return `linear-gradient(${towards}, ${stops.join(', ')})`;
}
