import { useMemo } from 'react';
import { namedEntry } from '../../case/named-entry';
import type { OrganResult } from '../../evaluation/assessment';
import { WhatIfStrip } from '../assess/WhatIfStrip';
import { tableAlphaBeta, type WhatIfValue } from '../assess/what-if';
import { AS_IT_IS, type WhatIf as Tried } from '../engine/engine-api';
import { appNow, setApp, useApp } from '../state/store';
import { useIsStale } from './Stale';

/** What is tried on an organ, as the engine takes it: only what differs from the case. */
function triedOn(roi: string, value: WhatIfValue, asItIs: WhatIfValue, before: Tried): Tried {
  const { [roi]: _, ...others } = before.organs ?? {};
  const own = {
    ...(value.alphaBetaGy !== undefined && value.alphaBetaGy !== asItIs.alphaBetaGy && { alphaBetaGy: value.alphaBetaGy }),
    ...(value.recovery !== undefined && value.recovery !== asItIs.recovery && { recovery: value.recovery }),
  };
  const organs = Object.keys(own).length > 0 ? { ...others, [roi]: own } : others;
  return {
    plannedScale: value.plannedScale,
    ...(value.plannedFractions !== undefined &&
      value.plannedFractions !== asItIs.plannedFractions && { plannedFractions: value.plannedFractions }),
    ...(Object.keys(organs).length > 0 && { organs }),
  };
}

/** The strip for trying another dose, fractionation, alpha/beta or recovery beside the case. */
export function WhatIf({ organ, original }: { readonly organ: OrganResult; readonly original: OrganResult | undefined }) {
  const whatIf = useApp((state) => state.whatIf);
  const courses = useApp((state) => state.assessment?.courses);
  const caseFile = useApp((state) => state.caseFile);
  const isWorking = useApp((state) => state.work !== undefined);
  const isStale = useIsStale();
  const phases = courses?.find(({ role }) => role === 'planned')?.phases;
  const written = useApp((state) => state.original?.courses.find(({ role }) => role === 'planned')?.phases);
  const planned = useMemo(() => {
    const course = caseFile?.courses.find(({ role }) => role === 'planned');
    const fractions = written?.reduce((sum, phase) => sum + phase.fractions, 0);
    return course && { fractions, targets: course.targets ?? [], isOnePhase: course.phases.length === 1 };
  }, [caseFile, written]);
  const before = original ?? organ;
  const asItIs: WhatIfValue = {
    plannedScale: 1,
    plannedFractions: planned?.fractions,
    alphaBetaGy: before.alphaBetaGy,
    // One share is tried for all prior courses: none of them stands for a case whose courses have their own.
    recovery: before.recoveryOfCourses ? undefined : before.recovery,
  };
  const own = namedEntry(whatIf.organs ?? {}, [organ.roi]);
  const value: WhatIfValue = {
    plannedScale: whatIf.plannedScale,
    plannedFractions: whatIf.plannedFractions ?? planned?.fractions,
    alphaBetaGy: own?.alphaBetaGy ?? before.alphaBetaGy,
    recovery: own?.recovery ?? asItIs.recovery,
  };
  return (
    <WhatIfStrip
      value={value}
      asItIs={asItIs}
      planned={phases && planned}
      organ={organ}
      table={tableAlphaBeta(organ)}
      busy={isWorking || isStale}
      onChange={(next) => setApp({ whatIf: triedOn(organ.roi, next, asItIs, appNow().whatIf) })}
      onBack={() => setApp({ whatIf: AS_IT_IS })}
    />
  );
}
