/** The largest piece of a mask whose voxels touch by their faces; all 0 where the mask is. */
export function largestPiece(mask: Uint8Array, ni: number, nj: number, nk: number): Uint8Array {
  const plane = ni * nj;
  const label = new Int32Array(mask.length);
  // Every voxel is put on the stack once at most.
  const stack = new Int32Array(mask.length);
  let top = 0;
  let best = 0;
  let bestSize = 0;
  let current = 0;
  const visit = (n: number) => {
    if (!mask[n] || label[n]) return;
    label[n] = current;
    stack[top++] = n;
  };
  for (let seed = 0; seed < mask.length; seed++) {
    if (!mask[seed] || label[seed]) continue;
    current++;
    let size = 0;
    visit(seed);
    while (top > 0) {
      const n = stack[--top];
      size++;
      const i = n % ni;
      const j = ((n - i) / ni) % nj;
      if (i > 0) visit(n - 1);
      if (i < ni - 1) visit(n + 1);
      if (j > 0) visit(n - ni);
      if (j < nj - 1) visit(n + ni);
      if (n >= plane) visit(n - plane);
      if (n < plane * (nk - 1)) visit(n + plane);
    }
    if (size > bestSize) {
      bestSize = size;
      best = current;
    }
  }
  const out = new Uint8Array(mask.length);
  if (best > 0) for (let n = 0; n < out.length; n++) out[n] = label[n] === best ? 1 : 0;
  return out;
}
