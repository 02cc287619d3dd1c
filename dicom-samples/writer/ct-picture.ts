import { SOLIDS, vertebraPath } from './anatomy';
import { softStep, type Vec3 } from './math';
import { depth, type Solid, tube } from './solid';

/** What the picture of a course shows besides the anatomy. */
export interface PictureOf {
  /** Where the oesophageal wall is thick: the tumour of that course. */
  readonly tumour: Solid;
}

const vertebra = tube('vertebra', [-300, 300], vertebraPath, [18, 14.5]);
const canal = tube('canal', [-300, 300], (z) => SOLIDS.SpinalCord.centre(z), [9.5, 8]);
const arch = tube('arch', [-300, 300], (z) => [SOLIDS.SpinalCord.centre(z)[0], SOLIDS.SpinalCord.centre(z)[1] + 1], [15, 13.5]);
const spinous = tube('spinous', [-300, 300], (z) => [vertebraPath(z)[0], 88], [3.5, 13]);
const ascending = tube('ascending aorta', [-12, 54], (z) => [-12 - z / 30, -34 + z / 12], [15, 15]);
const vein = tube('superior vena cava', [-12, 300], (z) => [-33 + z / 25, -30 + z / 10], [8.5, 8.5]);
const sternum = tube('sternum', [-50, 72], (z) => [0, -97 + z / 60], [19, 5]);
const liver = tube(
  'liver',
  [-300, -60],
  () => [-62, 2],
  [82, 92],
  (u) => Math.sqrt(Math.max(0, 1 - ((u + 1) / 2) ** 40)),
);
const thickWall: readonly [number, number] = [0.2, 1.2];

/** Goes from `value` to `tissue` over the edge of a solid, about 1.5 mm wide. */
const into = (value: number, tissue: number, inside: number) => value + (tissue - value) * softStep(inside, 1);

/** Vessel-like texture of the lung: branching bright streaks, denser towards the hilum. */
function lungTexture(x: number, y: number, z: number): number {
  const waves =
    Math.sin(0.31 * x + 1.7 * Math.sin(0.045 * z + 0.06 * y)) +
    Math.sin(0.27 * y - 1.3 * Math.sin(0.06 * x - 0.05 * z)) +
    Math.sin(0.21 * z + 0.15 * (x - y));
  const hilum = Math.exp(-((Math.abs(x) - 45) ** 2 + (y - 5) ** 2 + (0.7 * (z - 5)) ** 2) / 1800);
  return 180 * softStep(waves - 2.05 + 0.9 * hilum, 0.35) + 120 * hilum;
}

/** Ribs, which climb to the back, and shoulder blades: above 0 within bone. */
function chestWallBone(x: number, y: number, z: number): number {
  const ring = 1 - Math.sqrt((x / 147) ** 2 + (y / 95) ** 2);
  const climb = z - 0.8 * y + 40;
  const along = Math.abs(((climb % 27) + 27) % 27) - 13.5;
  const rib = Math.min(4 - Math.abs(ring * 110), 7 - Math.abs(along), (Math.abs(x) - 20) / 2);
  const plate = Math.min(3 - Math.abs(y - 97 + 0.12 * (Math.abs(x) - 75)), 27 - Math.abs(Math.abs(x) - 85), z - 5);
  return Math.max(rib, plate);
}

/** Hounsfield units at a point of the planned patient's space, without noise. */
export function hounsfield(p: Vec3, { tumour }: PictureOf): number {
  const [x, y, z] = p;
  const skin = depth(SOLIDS.BODY, p);
  if (skin < -1) return -1000;
  const fatRim = 9 + 3 * Math.sin(x / 31) + 5 * Math.exp(-(((y + 100) / 30) ** 2));
  let hu = into(-1000, 20, skin);
  hu = into(hu, -100, skin - 2);
  hu = into(hu, 52 + 10 * Math.sin(0.4 * x + 0.3 * y) * Math.sin(0.35 * y - 0.2 * z), skin - fatRim);
  const inner = Math.min(1 - (x / 60) ** 2 - ((y + 20) / 72) ** 2, 0.5) * 40;
  hu = into(hu, -60 + 40 * Math.sin(0.09 * x + 1) * Math.sin(0.11 * y), inner);
  hu = into(hu, 58, depth(liver, p));
  const bone = chestWallBone(x, y, z);
  if (skin > 6) {
    hu = into(hu, 480, bone);
    hu = into(hu, 190, bone - 2.2);
  }
  for (const lung of [SOLIDS.Lung_L, SOLIDS.Lung_R]) {
    const inside = depth(lung, p);
    if (inside > -1)
      hu = into(hu, -820 + 25 * Math.sin(0.05 * z + 0.02 * y) + (y > 30 ? y - 30 : 0) + lungTexture(x, y, z), inside);
  }
  hu = into(into(hu, 520, depth(sternum, p)), 210, depth(sternum, p) - 2);
  hu = spine(hu, p);
  hu = into(hu, 42 + 6 * Math.sin(0.16 * x) * Math.sin(0.14 * y + 0.1 * z), depth(SOLIDS.Heart, p));
  for (const vessel of [SOLIDS.A_Aorta, ascending, vein, aorticArch]) {
    const inside = depth(vessel, p);
    if (inside > -1) hu = into(into(hu, 60, inside), 45, inside - 1.5);
  }
  return into(gullet(hu, p, tumour), -990, Math.max(depth(SOLIDS.Trachea, p) - 1.2, bronchi(p)));
}

const aorticArch: Solid = {
  name: 'aortic arch',
  zFrom: 46,
  zTo: 66,
  centre: () => [9, 0],
  radius: (angle) => 1 / Math.sqrt((Math.cos(angle - 0.98) / 47) ** 2 + (Math.sin(angle - 0.98) / 12) ** 2),
};

function spine(before: number, p: Vec3): number {
  const z = p[2];
  const inside = Math.max(depth(vertebra, p), depth(arch, p), depth(spinous, p));
  const disc = softStep(3 - Math.abs(((((z + 9) % 24) + 24) % 24) - 12), 1) * softStep(depth(vertebra, p) + 1, 1);
  let hu = into(into(before, 520, inside), 230 + 30 * Math.sin(0.9 * p[0]) * Math.sin(0.8 * p[1]), inside - 1.8);
  hu += (95 - hu) * disc;
  hu = into(hu, 5, depth(canal, p));
  return into(hu, 38, depth(SOLIDS.SpinalCord, p));
}

/** Oesophagus: a muscular tube with a little air; at the tumour a thick wall and hardly any. */
function gullet(before: number, p: Vec3, tumour: Solid): number {
  const inTumour = depth(tumour, p);
  let hu = into(before, 40, depth(SOLIDS.Esophagus, p));
  hu = into(hu, 48 + 8 * Math.sin(0.5 * p[0] + 0.3 * p[2]), inTumour);
  const lumen = inTumour > 0 ? thickWall[0] : thickWall[1] + 1.6 * Math.sin(p[2] / 19);
  const [x, y] = SOLIDS.Esophagus.centre(p[2]);
  return into(hu, -700, lumen + 0.6 - Math.hypot((p[0] - x) / 1.5, p[1] - y));
}

/** The two main bronchi below the carina. */
function bronchi([x, y, z]: Vec3): number {
  if (z > 26 || z < -6) return -5;
  const along = 26 - z;
  const left = Math.hypot((x - 4 - 1.25 * along) / 1.6, y + 2 - 0.15 * along);
  const right = Math.hypot((x + 4 + 0.95 * along) / 1.4, y + 2 - 0.2 * along);
  return 5.6 - Math.min(left, right);
}
