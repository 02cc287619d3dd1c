import { describe, expect, it } from 'vitest';
import { ofCase, shownOn, triedOn } from '../../../src/app/shell/tried-on';
import { Session } from '../../../src/assessment/session';
import type { CaseFile } from '../../../src/case/case-file';
import type { WhatIf } from '../../../src/case/what-if';
import { evaluatedOrgans, type OrganResult } from '../../../src/evaluation/assessment';
import { accessTo, type Cylinder, twoCourses } from '../../case/written-case';

/* What is tried on an organ in the window, and what follows from it for what is made from the organ. */

const body = (name: string, y: number, radiusMm: number): Cylinder => ({ name, x: 0, y, radiusMm, fromMm: -5, toMm: 5 });
const { caseFile, files } = twoCourses(
  [body('SpinalCord', 20, 5), body('PTV', 8, 10)],
  () => 40,
  () => 45,
);
const session = new Session(accessTo(files));
const derived = { Hot: 'PTV & SpinalCord' };

async function asked(whatIf: WhatIf, organs: CaseFile['organs'] = {}) {
  const read = await session.read(JSON.stringify({ ...caseFile, derived, organs }), 'case.json');
  const of = (roi: string, what: WhatIf): OrganResult =>
    evaluatedOrgans(session.ask(read, what).assessment.organs).find((each) => each.roi === roi)!;
  return { cord: of('SpinalCord', whatIf), hot: of('Hot', whatIf), before: ofCase(of('Hot', { plannedScale: 1 })) };
}

describe('what is tried on an organ', () => {
  it('is shown of what is made from it, and is not tried there as well', async () => {
    const whatIf = { plannedScale: 1, organs: { SpinalCord: { alphaBetaGy: 5, recovery: 0.2 } } };
    const { hot, before } = await asked(whatIf);
    expect(before).toEqual({ alphaBetaGy: 2, recovery: 0 });
    const shown = shownOn(hot, before, whatIf);
    expect(shown).toEqual({ alphaBetaGy: 5, recovery: 0.2 });
    const asItIs = { plannedScale: 1, ...before };
    expect(triedOn(hot, { plannedScale: 0.9, ...shown }, asItIs, whatIf)).toEqual({ ...whatIf, plannedScale: 0.9 });
  });

  it('can be tried there by itself, also as the case has it', async () => {
    const whatIf = { plannedScale: 1, organs: { SpinalCord: { alphaBetaGy: 5 } } };
    const { hot, before } = await asked(whatIf);
    const asItIs = { plannedScale: 1, ...before };
    const tried = triedOn(hot, { ...asItIs, alphaBetaGy: 2 }, asItIs, whatIf);
    expect(tried.organs).toEqual({ SpinalCord: { alphaBetaGy: 5 }, Hot: { alphaBetaGy: 2 } });
    const then = await asked(tried);
    expect(then.hot.alphaBetaGy).toBe(2);
    expect(shownOn(then.hot, before, tried)).toEqual({ alphaBetaGy: 2, recovery: 0 });
  });

  it('is nothing where the case’s values are tried and nothing else', async () => {
    const { hot, before } = await asked({ plannedScale: 1 }, { SpinalCord: { alphaBetaGy: 4, recovery: [0.3] } });
    expect(before).toEqual({ alphaBetaGy: 4, recovery: 0.3 });
    const asItIs = { plannedScale: 1, ...before };
    const tried = triedOn(hot, { ...asItIs, alphaBetaGy: 1 }, asItIs, { plannedScale: 1 });
    expect(tried.organs).toEqual({ Hot: { alphaBetaGy: 1 } });
    expect(triedOn(hot, asItIs, asItIs, tried)).toEqual({ plannedScale: 1 });
  });
});
