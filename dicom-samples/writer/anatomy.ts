import { rotationThenShift } from './math';
import { ellipseRadius, type Solid, tube, turnBetween } from './solid';

/*
 * The patient, in the space of the planned course: true solids in mm. Every flat end lies half-way between CT slices
 * (slices at odd multiples of 1.5 mm, ends at multiples of 3 mm).
 */

/** Maps points of the prior course's frame of reference to the planned one's: the two patients lay differently. */
export const PRIOR_TO_PLANNED = rotationThenShift(3.5, [0.35, 0.1, 0.93], [7.5, -12, 31]);

const cordPath = (z: number) => [0.8 * Math.sin(z / 60), 68 - 4 * ((z - 5) / 95) ** 2] as const;
const oesophagusPath = (z: number) => {
  const low = 1 / (1 + Math.exp((z + 55) / 14));
  return [5 + 1.5 * Math.sin(z / 45) + 3 * low, 17 - 7 * low] as const;
};
const aortaPath = (z: number) => [30 + 1.2 * Math.sin(z / 60), 31 + 1.5 * Math.cos(z / 50)] as const;
export const vertebraPath = (z: number) => [0.8 * Math.sin(z / 60), 44 - 4 * ((z - 5) / 95) ** 2] as const;
const tracheaPath = (z: number) => [0.5 + z / 120, -2.5 + z / 60] as const;

/** Size of an axial lung outline relative to the largest one: rounded to the apex, blunter to the diaphragm. */
const lungScale = (z: number) => (z > -30 ? Math.sqrt(1 - ((z + 30) / 126) ** 2) : Math.sqrt(1 - ((z + 30) / 66) ** 4));

interface Notch {
  readonly angle: number;
  readonly width: number;
  readonly share: (z: number) => number;
}

function lung(
  name: string,
  [x, y]: readonly [number, number],
  [a, b]: readonly [number, number],
  notches: readonly Notch[],
): Solid {
  return {
    name,
    zFrom: -93,
    zTo: 93,
    centre: () => [x, y],
    radius: (angle, z) => {
      let size = ellipseRadius(angle, a, b) * lungScale(z);
      for (const notch of notches) size *= 1 - notch.share(z) * Math.exp(-((turnBetween(notch.angle, angle) / notch.width) ** 2));
      return size;
    },
  };
}

const heartNotch = (z: number) => Math.exp(-(((z + 44) / 42) ** 4));
const lungs = [
  lung(
    'Lung_L',
    [92, 4],
    [49, 82],
    [
      { angle: -2.18, width: 0.62, share: (z) => 0.47 * heartNotch(z) },
      { angle: 2.75, width: 0.42, share: () => 0.16 },
    ],
  ),
  lung(
    'Lung_R',
    [-90, 4],
    [51, 83],
    [
      { angle: -0.75, width: 0.5, share: (z) => 0.3 * heartNotch(z) },
      { angle: 0.5, width: 0.4, share: () => 0.1 },
    ],
  ),
];

const heart: Solid = {
  name: 'Heart',
  zFrom: -93,
  zTo: 3,
  centre: () => [16, -41],
  radius: (angle, z) => ellipseRadius(angle, 53, 42, -0.35) * Math.sqrt(Math.max(0, 1 - ((z + 45) / 48) ** 2)),
};

const body: Solid = {
  name: 'BODY',
  zFrom: -200,
  zTo: 200,
  centre: () => [0, 2],
  radius: (angle, z) => {
    const x = Math.abs(Math.cos(angle)) / 166;
    const y = Math.abs(Math.sin(angle)) / 112;
    return (1 - 0.05 * (z / 96) ** 2) / (x ** 2.6 + y ** 2.6) ** (1 / 2.6);
  },
};

/** Blunt at both ends. */
const blunt = (u: number) => Math.sqrt(1 - 0.55 * u ** 6);
const aroundOesophagus = (name: string, ends: readonly [number, number], halfAxes: readonly [number, number]) =>
  tube(name, ends, oesophagusPath, halfAxes, blunt);

export const SOLIDS = {
  BODY: body,
  Lung_L: lungs[0],
  Lung_R: lungs[1],
  SpinalCord: tube('SpinalCord', [-93, 93], cordPath, [4.9, 4.5]),
  SpinalCord_PRV05: tube('SpinalCord_PRV05', [-93, 93], cordPath, [9.9, 9.5]),
  Esophagus: tube('Esophagus', [-93, 93], oesophagusPath, [9, 7]),
  Heart: heart,
  Trachea: tube('Trachea', [24, 93], tracheaPath, [9.5, 8.5]),
  A_Aorta: tube('A_Aorta', [-93, 48], aortaPath, [12.5, 12.5]),
  GTV_Recurrence: aroundOesophagus('GTV_Recurrence', [-9, 39], [14, 12]),
  PTV_5040: aroundOesophagus('PTV_5040', [-36, 66], [27, 24]),
  PTV_5880: aroundOesophagus('PTV_5880', [-18, 48], [21, 19]),
  PTV: aroundOesophagus('PTV', [-48, 72], [29, 25]),
} as const;

export type SolidName = keyof typeof SOLIDS;

export const PLANNED_ROIS: readonly SolidName[] = [
  'BODY',
  'Lung_L',
  'Lung_R',
  'SpinalCord',
  'SpinalCord_PRV05',
  'Esophagus',
  'Heart',
  'Trachea',
  'A_Aorta',
  'GTV_Recurrence',
  'PTV_5040',
  'PTV_5880',
];
export const PRIOR_ROIS: readonly SolidName[] = [
  'BODY',
  'Lung_L',
  'Lung_R',
  'SpinalCord',
  'Esophagus',
  'Heart',
  'Trachea',
  'PTV',
];
