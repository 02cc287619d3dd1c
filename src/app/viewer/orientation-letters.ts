import type { Vec3 } from '../../geometry/vec3';
import type { PlaneGeometry } from './plane';
import { VIEWER_TEXT, type ViewerText } from './viewer-text';

/** A second letter is written where the direction leans this much (sine of about 11°). */
const LEANING = 0.2;

/** The side of the patient that a direction points to: "L", or "LP" for an oblique one, the main side first. */
export function orientationLetters(direction: Vec3, letters: ViewerText['letters'] = VIEWER_TEXT.letters): string {
  const [x, y, z] = direction;
  const sides: [number, string][] = [
    [x, x > 0 ? letters.left : letters.right],
    [y, y > 0 ? letters.posterior : letters.anterior],
    [z, z > 0 ? letters.head : letters.feet],
  ];
  return sides
    .filter(([size]) => Math.abs(size) > LEANING)
    .sort(([a], [b]) => Math.abs(b) - Math.abs(a))
    .map(([, letter]) => letter)
    .join('');
}

/** What stands at the four edges of a picture. */
export interface EdgeLetters {
  readonly left: string;
  readonly right: string;
  readonly top: string;
  readonly bottom: string;
}

export function edgeLetters(plane: PlaneGeometry, letters: ViewerText['letters'] = VIEWER_TEXT.letters): EdgeLetters {
  const { direction: across } = plane.across;
  const { direction: down } = plane.down;
  const opposite = ([x, y, z]: Vec3): Vec3 => [-x, -y, -z];
  return {
    left: orientationLetters(opposite(across), letters),
    right: orientationLetters(across, letters),
    top: orientationLetters(opposite(down), letters),
    bottom: orientationLetters(down, letters),
  };
}
