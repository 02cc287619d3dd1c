import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  FIRST_LOOK,
  type FusionLook,
  type FusionScene,
  FusionViews,
  shiftedMap,
  turnedMap,
} from '../../../../src/app/fusion/FusionViews';
import { startI18n } from '../../../../src/app/shell/i18n';
import type { CtVolume, Outline } from '../../../../src/app/viewer/scene';
import type { DisplacementField } from '../../../../src/geometry/displacement-field';
import { composeMaps, type PointMap } from '../../../../src/geometry/point-map';
import { ellipticStack } from '../../viewer/phantom';
import { chestPair } from '../phantoms';

/** 512 × 512 × 200 voxels, each 2 × 2 × 2 alike but for noise. */
function bigger(small: CtVolume): CtVolume {
  const hounsfield = new Int16Array(512 * 512 * 200);
  let seed = 1;
  for (let k = 0, n = 0; k < 200; k++) {
    for (let j = 0; j < 512; j++) {
      const row = 256 * ((j >> 1) + 256 * (k >> 1));
      for (let i = 0; i < 512; i++, n++) {
        seed = (seed * 1103515245 + 12345) & 0x7fffffff;
        hounsfield[n] = small.hounsfield[row + (i >> 1)] + (seed >> 24) - 64;
      }
    }
  }
  const { columnSpacingMm, rowSpacingMm, sliceOffsetsMm } = small;
  return {
    ...small,
    columns: 512,
    rows: 512,
    slices: 200,
    columnSpacingMm: columnSpacingMm / 2,
    rowSpacingMm: rowSpacingMm / 2,
    sliceOffsetsMm: Float64Array.from({ length: 200 }, (_, k) => (sliceOffsetsMm[1] / 2) * k),
    hounsfield,
  };
}

/** Twenty organs in all, 200 points a slice. */
const more: Outline[] = Array.from({ length: 15 }, (_, n) => ({
  name: `Body ${n}`,
  colour: `hsl(${24 * n} 80% 60%)`,
  stack: ellipticStack(
    -140,
    140,
    3,
    (z) => [-120 + 18 * n, 20 * Math.sin(n) + z / 10, 12 + n + 6 * Math.sin(z / 15), 20 + 2 * n],
    200,
  ),
}));

/** Up to 8 mm, on nodes of 5 mm. */
function wave(): DisplacementField {
  const size = [90, 90, 70] as const;
  const displacementMm = new Float32Array(3 * 90 * 90 * 70);
  for (let k = 0, n = 0; k < 70; k++) {
    for (let j = 0; j < 90; j++) {
      for (let i = 0; i < 90; i++, n += 3) displacementMm.set([8 * Math.sin(k / 8), 5 * Math.cos(i / 9), 6 * Math.sin(j / 7)], n);
    }
  }
  const axes = { alongRow: [1, 0, 0], alongColumn: [0, 1, 0], normal: [0, 0, 1] } as const;
  return { originMm: [-225, -205, -175], ...axes, spacingMm: [5, 5, 5], size, displacementMm };
}

const small = chestPair();
const start: FusionScene = {
  ...small,
  ct: bigger(small.ct),
  prior: bigger(small.prior!),
  outlines: [...small.outlines, ...more],
  priorOutlines: [...small.outlines, ...more],
};
const rigid = small.plannedToPrior!;
const deformable = composeMaps(rigid, [{ matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], field: wave() }]);

function Page() {
  const [scene, setScene] = useState(start);
  const [look, setLook] = useState<FusionLook>(FIRST_LOOK);
  const moved = (next: (map: PointMap) => PointMap) =>
    setScene((now) => ({ ...now, plannedToPrior: now.plannedToPrior && next(now.plannedToPrior) }));
  window.use = (map, mode) => {
    setScene((now) => ({ ...now, plannedToPrior: map === 'rigid' ? rigid : deformable }));
    setLook((now) => ({ ...now, mode }));
  };
  return (
    <FusionViews
      scene={scene}
      look={look}
      onLook={setLook}
      tool="move"
      onCrosshair={(crosshairMm) => setScene((now) => ({ ...now, crosshairMm }))}
      onWindow={(ctWindow) => setScene((now) => ({ ...now, window: ctWindow }))}
      onMove={({ shiftMm }) => moved((map) => shiftedMap(map, shiftMm))}
      onTurn={(turn) => moved((map) => turnedMap(map, turn))}
    />
  );
}

await startI18n(['en']);
createRoot(document.getElementById('root')!).render(
  <MantineProvider>
    <Page />
  </MantineProvider>,
);

function eachFrame(frames: number, act: (frame: number) => void): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    let last = 0;
    const frame = (now: number) => {
      if (last > 0) times.push(now - last);
      last = now;
      if (times.length >= frames) {
        resolve(times);
        return;
      }
      act(times.length);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

const stage = (view: string) => document.querySelector<HTMLElement>(`[data-view=${view}] [data-part=stage]`)!;

window.moveIt = (frames, turning) => {
  const target = stage('axial');
  target.setPointerCapture = () => {};
  const box = target.getBoundingClientRect();
  const event = (type: string, n: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        button: 0,
        altKey: turning,
        clientX: box.left + box.width * 0.7 + 30 * Math.sin(n / 8),
        clientY: box.top + box.height * 0.4 + 20 * Math.sin(n / 5),
        bubbles: true,
      }),
    );
  event('pointerdown', 0);
  return eachFrame(frames, (n) => event('pointermove', n + 1)).finally(() => event('pointerup', 0));
};

window.scrollIt = (view, frames) =>
  eachFrame(frames, () => {
    stage(view).dispatchEvent(new WheelEvent('wheel', { deltaY: 120, bubbles: true, cancelable: true }));
  });

window.fusionReady = true;
