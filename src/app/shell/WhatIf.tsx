import { useMemo } from 'react';
import type { OrganResult } from '../../evaluation/assessment';
import { WhatIfStrip } from '../assess/WhatIfStrip';
import { tableAlphaBeta, type WhatIfValue } from '../assess/what-if';
import { AS_IT_IS } from '../engine/engine-api';
import { appNow, setApp, useApp } from '../state/store';
import { useIsStale } from './Stale';
import { ofCase, shownOn, triedOn } from './tried-on';

/** The strip for trying another dose, fractionation, alpha/beta or recovery beside the case. */
export function WhatIf({ organ, original }: { readonly organ: OrganResult; readonly original: OrganResult | undefined }) {
  const whatIf = useApp((state) => state.whatIf);
  const courses = useApp((state) => state.assessment?.courses);
  const caseFile = useApp((state) => state.caseFile);
  const isWorking = useApp((state) => state.work !== undefined);
  const isStale = useIsStale();
  const tried = courses?.find(({ role }) => role === 'planned');
  const written = useApp((state) => state.original?.courses.find(({ role }) => role === 'planned'));
  const planned = useMemo(() => {
    const course = caseFile?.courses.find(({ role }) => role === 'planned');
    const fractions = written?.phases.reduce((sum, phase) => sum + phase.fractions, 0);
    const isPart = written?.phases.some(({ plannedFractions }) => plannedFractions !== undefined) ?? false;
    const targets = (written ?? tried)?.targets ?? [];
    return course && { fractions, targets, isPart, isOnePhase: course.phases.length === 1 };
  }, [caseFile, written, tried]);
  const before = original ?? organ;
  const asItIs: WhatIfValue = {
    plannedScale: 1,
    plannedFractions: planned?.fractions,
    ...ofCase(before),
  };
  const value: WhatIfValue = {
    plannedScale: whatIf.plannedScale,
    plannedFractions: whatIf.plannedFractions ?? planned?.fractions,
    ...shownOn(organ, asItIs, whatIf),
  };
  return (
    <WhatIfStrip
      value={value}
      asItIs={asItIs}
      planned={tried && planned}
      organ={organ}
      table={tableAlphaBeta(organ)}
      busy={isWorking || isStale}
      onChange={(next) => setApp({ whatIf: triedOn(organ, next, asItIs, appNow().whatIf) })}
      onBack={() => setApp({ whatIf: AS_IT_IS })}
    />
  );
}
