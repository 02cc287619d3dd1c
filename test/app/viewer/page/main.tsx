import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { OrthoViews } from '../../../../src/app/viewer/OrthoViews';
import type { Scene } from '../../../../src/app/viewer/scene';
import { chestScene } from '../phantom';

declare global {
  interface Window {
    scene: () => Scene;
    change: (part: Partial<Scene>) => void;
    told: { crosshair: number; window: number };
  }
}

window.told = { crosshair: 0, window: 0 };
const start = chestScene();

function Page() {
  const [scene, setScene] = useState(start);
  window.scene = () => scene;
  window.change = (part) => setScene((now) => ({ ...now, ...part }));
  return (
    <OrthoViews
      scene={scene}
      hoverValues={scene.dose ? [{ label: 'Cumulative', field: scene.dose.field }] : []}
      onCrosshair={(crosshairMm) => {
        window.told.crosshair++;
        window.change({ crosshairMm });
      }}
      onWindow={(ctWindow) => {
        window.told.window++;
        window.change({ window: ctWindow });
      }}
    />
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
