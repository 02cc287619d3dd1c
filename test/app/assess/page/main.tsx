import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DvhPlot } from '../../../../src/app/assess/DvhPlot';
import { FindingsPanel } from '../../../../src/app/assess/FindingsPanel';
import { LayerControls } from '../../../../src/app/assess/LayerControls';
import type { ContouredOrgan } from '../../../../src/app/assess/missing-organs';
import { contoured } from '../../../../src/app/assess/missing-organs';
import { Moving } from '../../../../src/app/assess/moving';
import { OrganTable } from '../../../../src/app/assess/OrganTable';
import type { MetricPlace } from '../../../../src/app/assess/organ-rows';
import { PointReadout } from '../../../../src/app/assess/PointReadout';
import { VerdictBanner } from '../../../../src/app/assess/VerdictBanner';
import { WhatIfStrip } from '../../../../src/app/assess/WhatIfStrip';
import { tableAlphaBeta, type WhatIfValue } from '../../../../src/app/assess/what-if';
import type { PointValues } from '../../../../src/app/engine/engine-api';
import { startI18n } from '../../../../src/app/shell/i18n';
import type { LayerSettings } from '../../../../src/app/state/layer-settings';
import { WINDOW_PRESETS } from '../../../../src/app/viewer/window-presets';
import { hostile, variants } from '../../../report/variants';
import { STATES, STATES_SAID } from '../states';
import { tried } from '../tried';

declare global {
  interface Window {
    told: { asked: string[]; selected: string[]; places: MetricPlace[]; whatIf: WhatIfValue[]; layer: LayerSettings[] };
  }
}

window.told = { asked: [], selected: [], places: [], whatIf: [], layer: [] };

const query = new URLSearchParams(location.search);
const scheme = query.get('scheme') === 'dark' ? 'dark' : 'light';
const part = query.get('part');
const hostileText = query.get('hostile');
const shown = query.get('case') ?? 'fixture';
const whole = hostileText !== null ? hostile(hostileText) : shown === 'states' ? STATES : variants[shown];
/** As `tried` takes it: what is missing is not scaled, and only looked at as it is. */
const original = whole as typeof whole & { readonly organs: readonly ContouredOrgan[] };
const said = shown === 'states' ? STATES_SAID : undefined;
const startScale = Number(query.get('scale') ?? 1);

const POINT: PointValues = {
  alphaBetaGy: 2,
  courses: [
    {
      course: 'dCRT 2022',
      role: 'prior',
      phases: [{ name: 'phase 1', fractions: 28, physicalGy: 40.31 }],
      eqd2Gy: 34.7,
    },
    {
      course: 'Salvage SIB',
      role: 'planned',
      phases: [
        { name: 'phase 1', fractions: 28, physicalGy: 33.4 },
        { name: 'boost', fractions: 5, physicalGy: null, why: 'outside grid' },
      ],
      eqd2Gy: null,
    },
  ],
  cumulativeEqd2Gy: 60.1,
  lacks: [],
  hounsfield: -34,
};

const LAYER: LayerSettings = {
  scope: 'cumulative',
  quantity: 'eqd2',
  alphaBetaGy: 3,
  opacity: 0.4,
  window: WINDOW_PRESETS.mediastinum,
  levels: [
    { gy: 30, colour: '#56b4e9' },
    { gy: 50, colour: '#f0e442' },
    { gy: 60, colour: '#d55e00' },
  ],
};

function Page() {
  const [selected, setSelected] = useState(contoured(original.organs).find(({ organ }) => organ === 'SpinalCord')?.roi);
  const [whatIf, setWhatIf] = useState<WhatIfValue>({
    plannedScale: startScale,
    ...(query.has('recovery') && { recovery: 0.25, alphaBetaGy: 3, plannedFractions: 20 }),
  });
  const [layer, setLayer] = useState(LAYER);
  const isTried = whatIf.plannedScale !== 1;
  const assessment = useMemo(() => (isTried ? tried(original, whatIf.plannedScale) : original), [isTried, whatIf.plannedScale]);
  const organs = contoured(assessment.organs);
  const organ = organs.find(({ roi }) => roi === selected) ?? organs[0];
  const before = contoured(original.organs).find(({ roi }) => roi === organ?.roi);
  const asItIs = { plannedScale: 1, alphaBetaGy: before?.alphaBetaGy, recovery: before?.recovery };
  const select = (roi: string) => {
    window.told.selected.push(roi);
    setSelected(roi);
  };
  const table = (
    <OrganTable
      assessment={assessment}
      original={isTried ? original : undefined}
      selected={selected}
      onSelect={select}
      onMetric={(place) => window.told.places.push(place)}
      absent={said?.absent}
      onAbsent={(name) => window.told.asked.push(`absent ${name}`)}
      onPresent={(name) => window.told.asked.push(`present ${name}`)}
    />
  );
  const strip = (
    <WhatIfStrip
      value={{ ...asItIs, ...whatIf }}
      asItIs={asItIs}
      planned={{
        fractions: 28,
        isOnePhase: query.get('phases') !== '2',
        targets: [
          { roi: 'PTV_5040', prescribedGy: 50.4, doseGy: 50.4 },
          { roi: 'PTV_5880', prescribedGy: 58.8, doseGy: 58.8 },
        ],
      }}
      organ={organ}
      table={organ && tableAlphaBeta(organ)}
      busy={isTried}
      onChange={(value) => {
        window.told.whatIf.push(value);
        setWhatIf(value);
      }}
      onBack={() => setWhatIf({ plannedScale: 1 })}
    />
  );
  const controls = (
    <LayerControls
      value={layer}
      onChange={(value) => {
        window.told.layer.push(value);
        setLayer(value);
      }}
      windows={WINDOW_PRESETS}
      organ={organ}
      priorCourses={1}
    />
  );
  const banner = (
    <VerdictBanner
      assessment={assessment}
      original={isTried ? original : undefined}
      onSelect={select}
      said={said}
      isMoving={query.has('moving')}
      onQuestions={() => window.told.asked.push('questions')}
    />
  );
  const dvh = organ && <DvhPlot organ={organ} original={isTried ? before : undefined} height={170} scope={layer.scope} />;
  if (part === 'lower') {
    return (
      <main style={{ padding: 8, display: 'grid', gap: 8 }}>
        <FindingsPanel
          findings={assessment.findings}
          samePatient={said?.samePatient}
          onAnswer={({ file }) => window.told.asked.push(`answer ${file}`)}
          onWithdraw={({ file }) => window.told.asked.push(`withdraw ${file}`)}
          onSeen={({ file }) => window.told.asked.push(`seen ${file}`)}
          onDifferent={() => window.told.asked.push('different')}
        />
        <DvhPlot organ={organ} height={260} scope={layer.scope} />
        <PointReadout values={POINT} />
        <PointReadout values={undefined} />
      </main>
    );
  }
  // As the window has them: pictures and curves at the left, organs and what-if at the right.
  return (
    <main className="screen">
      <div className="column">
        {controls}
        <div className="pictures" />
        {dvh}
      </div>
      <div className="column">
        {banner}
        <div className="panel">
          <Moving value={query.has('moving')}>{table}</Moving>
        </div>
        {strip}
      </div>
    </main>
  );
}

await startI18n([query.get('lang') ?? 'en']);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider forceColorScheme={scheme} env="test">
      <Page />
    </MantineProvider>
  </StrictMode>,
);
