import type { PicturePlace } from '../viewer/picture-place';

/** Radius of the ring as a share of the shorter side of the view. */
const RING_SHARE = 0.36;

/** Puts ring and line above the picture where they belong in this frame. */
export function placeOverlay(
  stage: HTMLElement,
  { size }: PicturePlace,
  [x, y]: readonly [number, number],
  splitAt: number,
  hasUnknown: boolean,
): void {
  const part = (name: string) => stage.querySelector<HTMLElement>(`[data-part=${name}]`);
  const split = part('split');
  if (split) split.style.transform = `translate(${(splitAt * size.width).toFixed(2)}px, 0)`;
  const ring = part('ring');
  if (ring) {
    ring.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    const radius = `${Math.round(RING_SHARE * Math.min(size.width, size.height))}`;
    for (const circle of ring.querySelectorAll('circle')) circle.setAttribute('r', radius);
  }
  const hatched = part('hatched');
  if (hatched && hatched.hidden === hasUnknown) hatched.hidden = !hasUnknown;
}
