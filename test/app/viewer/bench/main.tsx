import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { OrthoViews } from '../../../../src/app/viewer/OrthoViews';
import type { CtVolume, Scene } from '../../../../src/app/viewer/scene';
import { chest, chestScene, ellipticStack, volumeOf } from '../phantom';

/** 512 × 512 × 200 voxels, each 2 × 2 × 2 alike but for noise. */
function bigVolume(): CtVolume {
  const small = volumeOf(
    { size: [256, 256, 100], spacing: [400 / 256, 400 / 256], offsets: 3, origin: [-200, -180, -150] },
    chest,
  );
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
  const sliceOffsetsMm = Float64Array.from({ length: 200 }, (_, k) => 1.5 * k);
  return {
    ...small,
    columns: 512,
    rows: 512,
    slices: 200,
    columnSpacingMm: 400 / 512,
    rowSpacingMm: 400 / 512,
    sliceOffsetsMm,
    hounsfield,
  };
}

/** Twenty bodies of 200 points a slice. */
function outlines(scene: Scene) {
  const more = Array.from({ length: 14 }, (_, n) => ({
    name: `Body ${n}`,
    colour: `hsl(${25 * n} 80% 60%)`,
    stack: ellipticStack(
      -140,
      140,
      3,
      (z) => [-120 + 18 * n, 20 * Math.sin(n) + z / 10, 12 + n + 6 * Math.sin(z / 15), 20 + 2 * n],
      200,
    ),
  }));
  return [...scene.outlines, ...more];
}

const base = chestScene(64, 20);
const start: Scene = { ...base, ct: bigVolume(), outlines: outlines(base) };

function Page() {
  const [scene, setScene] = useState(start);
  return (
    <OrthoViews
      scene={scene}
      onCrosshair={(crosshairMm) => setScene((now) => ({ ...now, crosshairMm }))}
      onWindow={(ctWindow) => setScene((now) => ({ ...now, window: ctWindow }))}
    />
  );
}

createRoot(document.getElementById('root')!).render(<Page />);

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

const stage = (view: string) => document.querySelector(`[data-view=${view}] [data-part=stage]`)!;

window.turnWheel = (view, frames) =>
  eachFrame(frames, () => {
    stage(view).dispatchEvent(new WheelEvent('wheel', { deltaY: 120, bubbles: true, cancelable: true }));
  });

window.drag = (frames) => {
  const target = stage('axial') as HTMLElement;
  target.setPointerCapture = () => {};
  const box = target.getBoundingClientRect();
  const event = (type: string, part: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        button: 0,
        clientX: box.left + box.width * (0.3 + 0.4 * part),
        clientY: box.top + box.height * (0.4 + 0.2 * part),
        bubbles: true,
      }),
    );
  event('pointerdown', 0);
  return eachFrame(frames, (n) => event('pointermove', n / frames)).finally(() => event('pointerup', 1));
};

window.ready = true;
