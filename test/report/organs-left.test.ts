import { describe, expect, it } from 'vitest';
import { makeReason } from '../../src/findings/reasons';
import { htmlReport } from '../../src/report/html-report';
import { fixture } from './fixture';
import { lungs, trachea } from './fixture-organs';
import { goal, scale } from './fixture-parts';
import { assessmentOf } from './variants';

const until = (plannedScale: number) => ({ headroom: { plannedScale, until: 'target' as const } });
const from = (plannedScale: number) => ({ headroom: { plannedScale, from: true as const } });
const named = (roi: string, ...goals: readonly ReturnType<typeof goal>[]) => ({ ...trachea, roi, goals });
const dmax = (more: object) => goal('Dmax < 110 Gy', 60, 'met', more);

/** The organs of the list in its order, with the factors that are named. */
function listed(assessment: ReturnType<typeof assessmentOf>) {
  const page = htmlReport(assessment, { createdAt: new Date('2026-01-01') });
  const [, list] = page.split('tightest first</h3>');
  return [...list.slice(0, list.indexOf('</ul>')).matchAll(/<li><b><bdi>(.*?)<\/bdi>(.*?)<\/li>/gs)].map(([, roi, rest]) => [
    roi,
    ...[...rest.matchAll(/<p class="said"><b>(.*?)<\/b>/g)].map(([, lead]) => lead),
  ]);
}

describe('organs with what is left', () => {
  it('stand by the factor that is named, the tightest first, what is not named last', () => {
    const organs = [
      named('A', dmax(scale(2.6))),
      named('B', dmax(scale(1.89))),
      named('C', dmax(until(1.11))),
      named('D', dmax({ headroom: makeReason('met-at-any-scale', { times: 20 }) })),
      named('E', dmax(scale(1.76))),
      named('F', dmax(from(0.83))),
    ];
    expect(listed(assessmentOf(organs)).map(([roi, lead]) => [roi, /×\d\.\d\d/.exec(lead)?.[0]])).toEqual([
      ['C', '×1.11'],
      ['E', '×1.76'],
      ['B', '×1.89'],
      ['A', '×2.00'],
      ['F', '×0.83'],
      ['D', undefined],
    ]);
  });

  it('have the tightest of their mandatory goals, and beside it what keeps the dose from going down', () => {
    const ptv = named('PTV', dmax(from(0.7)), dmax(scale(1.4)), dmax(until(1)), dmax(from(0.83)));
    expect(listed(assessmentOf([ptv]))).toEqual([['PTV', 'up to ×1.00', '×0.83 or more']]);
    const optional = named('Lungs', dmax({ mandatory: false, ...scale(1.05) }), dmax(scale(1.3)));
    expect(listed(assessmentOf([{ ...lungs, ...optional }]))).toEqual([['Lungs', 'up to ×1.30']]);
  });
});

describe('the registrations of page one', () => {
  it('are those of every course that a registration carries, a planned one too', () => {
    const [prior, planned] = fixture.courses;
    const link = fixture.registrations[0];
    const registrations = [...fixture.registrations, { ...link, course: planned.name, role: 'planned' as const }];
    const courses = [prior, { ...planned, registration: 'REG.dcm (turned 1.00°)' }];
    const page = (more: object) =>
      htmlReport({ ...fixture, ...more }, { createdAt: new Date('2026-01-01') }).replace(/<[^>]*>/g, '');
    expect(page({ registrations, courses })).toContain(`${planned.name}: REG.dcm (turned 1.00°)`);
    expect(page({ courses })).not.toContain(`${planned.name}: REG.dcm (turned 1.00°) · `);
  });
});
