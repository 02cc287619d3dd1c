import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { OrthoViews } from '../../../../src/app/viewer/OrthoViews';
import { chestScene, plainScene } from '../phantom';

const start = location.search === '?plain' ? plainScene() : chestScene();

function Page() {
  const [scene, setScene] = useState(start);
  window.scene = () => scene;
  window.change = (part) => setScene((now) => ({ ...now, ...part }));
  return (
    <OrthoViews
      scene={scene}
      hoverValues={scene.dose ? [{ label: 'Cumulative', field: scene.dose.field }] : []}
      onCrosshair={(crosshairMm) => {
        window.change({ crosshairMm });
      }}
      onWindow={(ctWindow) => {
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
