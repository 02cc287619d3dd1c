import { InputError } from '../../input-error';
import type { GridImage, IndexBox } from './grid-image';
import { largestPiece } from './largest-piece';
import { AIR_HU } from './prepare-image';

/** Between lung or skin fat and the air about the patient. */
const BODY_HU = -400;
/** Bridges between patient and couch are thinner than twice this. */
const OPENING_MM = 5;

/**
 * Paints what is outside the patient (couch, supports, air about them) as air, so that the couch, which lies elsewhere
 * in every scan, pulls at nothing. The patient is the largest connected piece after parts thinner than about 10 mm in
 * plane were cut off; what it encloses in a slice (lungs, bowel gas) is the patient too.
 * @returns the image, and the box about the body.
 * @throws InputError where nothing is denser than −400 HU.
 */
export function bodyOnly(image: GridImage, which: string): { image: GridImage; box: IndexBox } {
  const [ni, nj, nk] = image.size;
  const plane = ni * nj;
  const count = plane * nk;
  const dense = new Uint8Array(count);
  for (let n = 0; n < count; n++) dense[n] = image.values[n] > BODY_HU ? 1 : 0;
  const steps: [number, number] = [
    Math.max(1, Math.round(OPENING_MM / image.spacingMm[0])),
    Math.max(1, Math.round(OPENING_MM / image.spacingMm[1])),
  ];
  const eroded = slid(slid(dense, ni, nj, nk, steps[0], 'i', 0), ni, nj, nk, steps[1], 'j', 0);
  const core = largestPiece(eroded, ni, nj, nk);
  const grown = slid(slid(core, ni, nj, nk, steps[0] + 1, 'i', 1), ni, nj, nk, steps[1] + 1, 'j', 1);
  for (let n = 0; n < count; n++) grown[n] &= dense[n];
  if (!grown.includes(1)) {
    throw new InputError({ where: `${which} CT`, found: `nothing denser than ${BODY_HU} HU`, needed: 'a patient' });
  }
  const outside = new Uint8Array(count);
  const stack = new Int32Array(plane);
  for (let k = 0; k < nk; k++) floodFromBorder(grown, outside, stack, k * plane, ni, nj);
  const values = new Float32Array(count);
  const from = [ni, nj, nk];
  const to = [-1, -1, -1];
  for (let k = 0, n = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      for (let i = 0; i < ni; i++, n++) {
        if (outside[n]) {
          values[n] = AIR_HU;
          continue;
        }
        values[n] = image.values[n];
        if (i < from[0]) from[0] = i;
        if (i > to[0]) to[0] = i;
        if (j < from[1]) from[1] = j;
        if (j > to[1]) to[1] = j;
        if (k < from[2]) from[2] = k;
        if (k > to[2]) to[2] = k;
      }
    }
  }
  return {
    image: { ...image, values },
    box: { from: [from[0], from[1], from[2]], to: [to[0], to[1], to[2]] },
  };
}

/** Erosion (`value` 0) or dilation (`value` 1) by `reach` voxels along one in-plane axis. Past the edge is air. */
function slid(mask: Uint8Array, ni: number, nj: number, nk: number, reach: number, axis: 'i' | 'j', value: 0 | 1): Uint8Array {
  const out = new Uint8Array(mask.length);
  const length = axis === 'i' ? ni : nj;
  const step = axis === 'i' ? 1 : ni;
  const lines = axis === 'i' ? nj : ni;
  const across = axis === 'i' ? ni : 1;
  for (let k = 0; k < nk; k++) {
    for (let line = 0; line < lines; line++) {
      const start = k * ni * nj + line * across;
      // The last place on the line, up to `reach` ahead, where the mask is `value`.
      let last = value === 0 ? -1 : Number.NEGATIVE_INFINITY;
      let ahead = 0;
      for (let n = 0; n < length; n++) {
        for (; ahead < length && ahead <= n + reach; ahead++) if (mask[start + ahead * step] === value) last = ahead;
        const pastEnd = value === 0 && n + reach >= length;
        out[start + n * step] = last >= n - reach || pastEnd ? value : 1 - value;
      }
    }
  }
  return out;
}

/** Marks what is reached from the border of one slice without passing through the body. */
function floodFromBorder(body: Uint8Array, outside: Uint8Array, stack: Int32Array, start: number, ni: number, nj: number): void {
  let top = 0;
  const visit = (n: number) => {
    if (body[start + n] || outside[start + n]) return;
    outside[start + n] = 1;
    stack[top++] = n;
  };
  for (let i = 0; i < ni; i++) {
    visit(i);
    visit(i + ni * (nj - 1));
  }
  for (let j = 0; j < nj; j++) {
    visit(ni * j);
    visit(ni * j + ni - 1);
  }
  while (top > 0) {
    const n = stack[--top];
    const i = n % ni;
    if (i > 0) visit(n - 1);
    if (i < ni - 1) visit(n + 1);
    if (n >= ni) visit(n - ni);
    if (n < ni * (nj - 1)) visit(n + ni);
  }
}
