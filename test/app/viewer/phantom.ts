import type { CtVolume, DoseLayer, Outline, Scene } from '../../../src/app/viewer/scene';
import { WINDOW_PRESETS } from '../../../src/app/viewer/window-presets';
import type { DoseGrid } from '../../../src/geometry/dose-grid';
import { inOwnFrame } from '../../../src/geometry/interpolate';
import type { SlabStack } from '../../../src/geometry/slab-stack';
import { cross, type Vec3 } from '../../../src/geometry/vec3';

/** A volume whose Hounsfield units are a formula of the place. */
export interface VolumeSpec {
  readonly size: readonly [columns: number, rows: number, slices: number];
  readonly spacing: readonly [column: number, row: number];
  readonly offsets: readonly number[] | number;
  readonly origin: Vec3;
  readonly alongRow?: Vec3;
  readonly alongColumn?: Vec3;
}

export function volumeOf(spec: VolumeSpec, hounsfield: (x: number, y: number, z: number) => number): CtVolume {
  const [columns, rows, slices] = spec.size;
  const alongRow = spec.alongRow ?? [1, 0, 0];
  const alongColumn = spec.alongColumn ?? [0, 1, 0];
  const normal = cross(alongRow, alongColumn);
  const { offsets } = spec;
  const sliceOffsetsMm =
    typeof offsets === 'number' ? Float64Array.from({ length: slices }, (_, k) => k * offsets) : Float64Array.from(offsets);
  const values = new Int16Array(columns * rows * slices);
  const [cs, rs] = spec.spacing;
  const { origin: o } = spec;
  for (let k = 0, n = 0; k < slices; k++) {
    const w = sliceOffsetsMm[k];
    for (let j = 0; j < rows; j++) {
      const x0 = o[0] + w * normal[0] + j * rs * alongColumn[0];
      const y0 = o[1] + w * normal[1] + j * rs * alongColumn[1];
      const z0 = o[2] + w * normal[2] + j * rs * alongColumn[2];
      for (let i = 0; i < columns; i++, n++) {
        values[n] = Math.round(hounsfield(x0 + i * cs * alongRow[0], y0 + i * cs * alongRow[1], z0 + i * cs * alongRow[2]));
      }
    }
  }
  return {
    frameOfReferenceUid: '1.2.3',
    columns,
    rows,
    slices,
    originMm: spec.origin,
    alongRow,
    alongColumn,
    normal,
    columnSpacingMm: cs,
    rowSpacingMm: rs,
    sliceOffsetsMm,
    hounsfield: values,
  };
}

export function gridOf(origin: Vec3, spacing: Vec3, size: Vec3, dose: (x: number, y: number, z: number) => number): DoseGrid {
  const [columns, rows, frames] = size;
  const doseGy = new Float32Array(columns * rows * frames);
  for (let k = 0, n = 0; k < frames; k++) {
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++, n++) {
        doseGy[n] = dose(origin[0] + i * spacing[0], origin[1] + j * spacing[1], origin[2] + k * spacing[2]);
      }
    }
  }
  return {
    frameOfReferenceUid: '1.2.3',
    columns,
    rows,
    frames,
    originMm: origin,
    alongRow: [1, 0, 0],
    alongColumn: [0, 1, 0],
    normal: [0, 0, 1],
    columnSpacingMm: spacing[0],
    rowSpacingMm: spacing[1],
    frameOffsetsMm: Float64Array.from({ length: frames }, (_, k) => k * spacing[2]),
    endCapMm: [spacing[2] / 2, spacing[2] / 2],
    doseGy,
  };
}

/** An upright body with elliptic slices: centre, half-axes at height z (nothing where they are 0). */
export function ellipticStack(
  bottomMm: number,
  topMm: number,
  stepMm: number,
  ring: (z: number) => readonly number[],
  points = 96,
): SlabStack {
  const slabs = [];
  for (let z = bottomMm; z < topMm - 1e-6; z += stepMm) {
    const [x, y, a, b] = ring(z + stepMm / 2);
    if (!(a > 0 && b > 0)) continue;
    const outline = new Float64Array(2 * points);
    for (let n = 0; n < points; n++) {
      outline[2 * n] = x + a * Math.cos((2 * Math.PI * n) / points);
      outline[2 * n + 1] = y + b * Math.sin((2 * Math.PI * n) / points);
    }
    slabs.push({ bottomMm: z, topMm: Math.min(topMm, z + stepMm), rings: [outline] });
  }
  return { basis: { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] }, slabs };
}

const inEllipse = (x: number, y: number, [cx, cy, a, b]: readonly number[]) =>
  a > 0 && b > 0 && ((x - cx) / a) ** 2 + ((y - cy) / b) ** 2 < 1;

const BODY = [0, 20, 175, 115];
const lung = (side: number) => (z: number) => {
  const shape = Math.sqrt(Math.max(0, 1 - ((z - 10) / 125) ** 2));
  return [side * 82, 15, 58 * shape, 82 * shape];
};
const HEART = (z: number) => {
  const shape = Math.sqrt(Math.max(0, 1 - ((z + 50) / 55) ** 2));
  return [22, -10, 52 * shape, 44 * shape];
};
const SPINE = [0, 92, 17, 14];
const CORD = [0, 110, 7, 6];
const TARGET = (z: number) => {
  const shape = Math.sqrt(Math.max(0, 1 - ((z - 20) / 26) ** 2));
  return [-62, 5, 28 * shape, 26 * shape];
};

/** A rough chest: body, lungs, heart, spine and a tumour, in Hounsfield units. */
export function chest(x: number, y: number, z: number): number {
  if (!inEllipse(x, y, BODY)) return -1000;
  const grain = 14 * Math.sin(x * 0.9 + 3 * Math.sin(y * 0.37)) * Math.cos(y * 0.8 + z * 0.5);
  if (inEllipse(x, y, TARGET(z))) return 45 + grain;
  if (inEllipse(x, y, CORD)) return 30 + grain;
  if (inEllipse(x, y, SPINE)) return (Math.round((z + 200) / 25) * 25 - 200 - z) ** 2 > 110 ? 90 + grain : 420 + 3 * grain;
  if (inEllipse(x, y, HEART(z))) return 50 + grain;
  if (inEllipse(x, y, lung(1)(z)) || inEllipse(x, y, lung(-1)(z))) return -820 + 3 * grain;
  if (!inEllipse(x, y, [0, 20, 160, 100])) return -95 + grain;
  return 48 + grain;
}

const bump = (d2: number, width: number) => Math.exp(-d2 / (2 * width * width));
export const chestDose = (x: number, y: number, z: number) =>
  66 * bump((x + 62) ** 2 + (y - 5) ** 2 + (z - 20) ** 2, 33) +
  38 * bump((x + 30) ** 2 + (y - 30) ** 2 + ((z + 10) * 0.7) ** 2, 42) +
  6 * bump(y * y * 0.4 + x * x * 0.05, 60);

export const LEVELS = [
  { gy: 10, colour: '#4dabf7' },
  { gy: 20, colour: '#38d9a9' },
  { gy: 40, colour: '#ffe066' },
  { gy: 60, colour: '#ffa94d' },
  { gy: 80, colour: '#ff6b6b' },
];

const COLOURS = ['#ff922b', '#22b8cf', '#be4bdb', '#94d82d', '#ff8787', '#5c7cfa', '#fcc419', '#20c997'];

export function chestOutlines(): Outline[] {
  const stack = (ring: (z: number) => readonly number[], from = -150, to = 150) => ellipticStack(from, to, 3, ring);
  const named: [string, SlabStack][] = [
    ['Body', stack(() => BODY)],
    ['Lung_L', stack(lung(1))],
    ['Lung_R', stack(lung(-1))],
    ['Heart', stack(HEART)],
    ['SpinalCord', stack(() => CORD)],
    ['Tumour', stack(TARGET)],
  ];
  return named.map(([name, outline], n) => ({ name, colour: COLOURS[n], stack: outline }));
}

export function chestLayer(): DoseLayer {
  const grid = gridOf([-170, -90, -110], [2.5, 2.5, 2.5], [137, 89, 97], chestDose);
  return {
    field: inOwnFrame(grid),
    maxGy: grid.doseGy.reduce((most, gy) => Math.max(most, gy), 0),
    label: 'cumulative EQD2, α/β 3 Gy',
    levels: LEVELS,
    opacity: 0.4,
    fromGy: 5,
  };
}

export function chestScene(columns = 256, slices = 100): Scene {
  const spacing = 400 / columns;
  const step = 300 / slices;
  const ct = volumeOf(
    {
      size: [columns, columns, slices],
      spacing: [spacing, spacing],
      offsets: step,
      origin: [-200 + spacing / 2, -180 + spacing / 2, -150 + step / 2],
    },
    chest,
  );
  return { ct, dose: chestLayer(), outlines: chestOutlines(), window: WINDOW_PRESETS.softTissue, crosshairMm: [-62, 5, 20] };
}

/**
 * A scene that can be worked out by hand: -100 HU on the patient's right and 100 HU on the left, uneven slices, a dose
 * that grows by 0.5 Gy a mm from right to left, a cylinder. The picture is 256 mm wide and high, 120 mm from head to feet.
 */
export function plainScene(): Scene {
  const offsets = Array.from({ length: 50 }, (_, k) => (k < 30 ? 3 * k : 87 + 1.5 * (k - 29)));
  const ct = volumeOf({ size: [128, 128, 50], spacing: [2, 2], offsets, origin: [-127, -107, -58] }, (x) => (x < 0 ? -100 : 100));
  const grid = gridOf([-80, -60, -50], [2.5, 2.5, 2.5], [65, 49, 41], (x) => 40 + 0.5 * x);
  return {
    ct,
    dose: {
      field: inOwnFrame(grid),
      maxGy: 80,
      label: 'physical dose of course 1',
      levels: [{ gy: 50, colour: '#00ff00' }],
      opacity: 0.5,
      fromGy: 20,
    },
    outlines: [{ name: 'Cylinder', colour: '#ff00ff', stack: ellipticStack(-30, 30, 3, () => [-70, 20, 30, 30], 180) }],
    window: WINDOW_PRESETS.softTissue,
    crosshairMm: [51, -31, 5],
  };
}
