import type { FusionScene } from '../../../src/app/fusion/FusionViews';
import { rotation } from '../../../src/app/fusion/moved-map';
import { WINDOW_PRESETS } from '../../../src/app/viewer/window-presets';
import { affineMap, SAME_POINTS } from '../../../src/geometry/point-map';
import { compose } from '../../../src/geometry/transform';
import type { Vec3 } from '../../../src/geometry/vec3';
import { chest, chestOutlines, ellipticStack, volumeOf } from '../viewer/phantom';

/**
 * Two CTs that can be worked out by hand: the planned one is -100 HU on the patient's right and 100 HU on the left, the
 * prior one 0 HU on the right and 200 HU on the left, of the patient's upper 180 mm only. The pictures are 256 mm wide and
 * high, 240 mm from head to feet.
 */
export function plainPair(): FusionScene {
  const size = [128, 128, 80] as const;
  const ct = volumeOf({ size, spacing: [2, 2], offsets: 3, origin: [-127, -107, -118.5] }, (x) => (x < 0 ? -100 : 100));
  const prior = volumeOf({ size: [128, 128, 60], spacing: [2, 2], offsets: 3, origin: [-127, -107, -58.5] }, (x) =>
    x < 0 ? 0 : 200,
  );
  return {
    ct,
    prior,
    plannedToPrior: SAME_POINTS,
    outlines: [{ name: 'Cylinder', colour: '#ff00ff', stack: ellipticStack(-30, 30, 3, () => [-70, 20, 30, 30], 180) }],
    priorOutlines: [{ name: 'Cylinder', colour: '#00ff00', stack: ellipticStack(-30, 30, 3, () => [70, 20, 30, 30], 180) }],
    window: WINDOW_PRESETS.softTissue,
    crosshairMm: [1, 21, 1.5],
    landmarks: [],
  };
}

/** A chest twice, the prior one shorter and with other voxels, not well aligned yet: turned by 4° and 7 mm off. */
export function chestPair(columns = 256, slices = 100): FusionScene {
  const [fine, coarse] = [400 / columns, 440 / columns];
  const [step, priorStep] = [300 / slices, 260 / slices];
  const ct = volumeOf(
    {
      size: [columns, columns, slices],
      spacing: [fine, fine],
      offsets: step,
      origin: [-200 + fine / 2, -180 + fine / 2, -150 + step / 2],
    },
    chest,
  );
  const prior = volumeOf(
    { size: [columns, columns, slices], spacing: [coarse, coarse], offsets: priorStep, origin: [-220, -190, -110] },
    chest,
  );
  const turned = rotation({ axis: [0.2, 0.3, 1], degrees: 4, centreMm: [0, 20, 0] });
  const plannedToPrior = affineMap(compose(turned, [1, 0, 0, 5, 0, 1, 0, -4, 0, 0, 1, 3, 0, 0, 0, 1]));
  const outlines = chestOutlines().filter(({ name }) => name !== 'Body');
  const places: Vec3[] = [
    [22, -10, 8],
    [0, 92, 20],
    [-62, 5, 20],
  ];
  return {
    ct,
    prior,
    plannedToPrior,
    outlines,
    priorOutlines: outlines,
    window: WINDOW_PRESETS.softTissue,
    crosshairMm: [0, 20, 20],
    landmarks: places.map((place) => ({ plannedMm: place, priorMm: place })),
  };
}
