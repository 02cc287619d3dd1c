/** Where a plane of pixels lies, as its file says (PS3.3 C.7.6.2). */
export interface Placed {
  readonly imagePositionMm: readonly [number, number, number];
  readonly imageOrientation: readonly [number, number, number, number, number, number];
}

/** Distance of a plane from the origin along its normal, mm. */
export function alongNormalMm({ imagePositionMm: p, imageOrientation: o }: Placed): number {
  const normal = [o[1] * o[5] - o[2] * o[4], o[2] * o[3] - o[0] * o[5], o[0] * o[4] - o[1] * o[3]];
  return p[0] * normal[0] + p[1] * normal[1] + p[2] * normal[2];
}
