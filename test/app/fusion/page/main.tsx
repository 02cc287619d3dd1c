import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FusionControls } from '../../../../src/app/fusion/FusionControls';
import { FIRST_LOOK, FusionViews, shiftedMap, turnedMap } from '../../../../src/app/fusion/FusionViews';
import { startI18n } from '../../../../src/app/shell/i18n';
import { VIEWER_WORDS } from '../../../../src/app/words/viewer-words';
import type { PointMap } from '../../../../src/geometry/point-map';
import { chestPair, plainPair } from '../phantoms';
import type { PairPage, Shown } from './page-window';

const query = new URLSearchParams(location.search);
const language = (query.get('lang') ?? 'en') as keyof typeof VIEWER_WORDS;
const scheme = query.get('scheme') === 'dark' ? 'dark' : 'light';

const told: PairPage['told'] = { moves: [], turns: [], done: 0, picks: [] };

function Page() {
  const [shown, setShown] = useState<Shown>({
    scene: query.has('chest') ? chestPair() : plainPair(),
    look: FIRST_LOOK,
    tool: 'look',
  });
  const { scene, look, tool } = shown;
  const change: PairPage['change'] = (part) =>
    setShown((now) => ({
      scene: { ...now.scene, ...part.scene },
      look: { ...now.look, ...part.look },
      tool: part.tool ?? now.tool,
    }));
  window.pair = { shown: () => shown, change, told };
  const moved = (next: (map: PointMap) => PointMap) =>
    setShown((now) => ({
      ...now,
      scene: { ...now.scene, plannedToPrior: now.scene.plannedToPrior && next(now.scene.plannedToPrior) },
    }));
  return (
    <main>
      <FusionControls
        look={look}
        onLook={(next) => change({ look: next })}
        tool={tool}
        onTool={(next) => change({ tool: next })}
        window={scene.window}
        onWindow={(ctWindow) => change({ scene: { window: ctWindow } })}
      />
      <FusionViews
        scene={scene}
        look={look}
        onLook={(next) => change({ look: next })}
        tool={tool}
        onCrosshair={(crosshairMm) => change({ scene: { crosshairMm } })}
        onWindow={(ctWindow) => change({ scene: { window: ctWindow } })}
        onMove={({ shiftMm }) => {
          told.moves.push(shiftMm);
          moved((map) => shiftedMap(map, shiftMm));
        }}
        onTurn={(turn) => {
          told.turns.push(turn);
          moved((map) => turnedMap(map, turn));
        }}
        onDone={() => {
          told.done++;
        }}
        onPick={(pointMm) => told.picks.push(pointMm)}
        labels={VIEWER_WORDS[language]}
      />
    </main>
  );
}

await startI18n([language]);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider forceColorScheme={scheme}>
      <Page />
    </MantineProvider>
  </StrictMode>,
);
