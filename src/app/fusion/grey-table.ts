import type { CtWindow } from '../viewer/scene';

/** Entries: one for each 16-bit number, the least first. */
export const GREYS = 65536;

/** Greys of all Hounsfield units through a window: linear, 0 at its lower end and 255 at its upper one. */
export function greyTable({ centre, width }: CtWindow, out: Uint8ClampedArray): void {
  for (let n = 0; n < GREYS; n++) out[n] = ((n - GREYS / 2 - centre) / width + 0.5) * 255;
}
