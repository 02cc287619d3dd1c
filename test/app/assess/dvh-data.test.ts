import { describe, expect, it } from 'vitest';
import { volumeText } from '../../../src/app/assess/DvhTable';
import { dvhData, volumeAt } from '../../../src/app/assess/dvh-data';
import { fixture } from '../../report/fixture';
import { cord, esophagus, heart, lungs } from '../../report/fixture-organs';
import { goal } from '../../report/fixture-parts';
import { priorUnknown } from '../../report/variants';
import { inLanguage } from './in-language';
import { tried } from './tried';

describe('what an organ’s picture shows', () => {
  it('puts limits on doses at their doses, with their verdicts', () => {
    const { doseMarks, notDrawn } = dvhData(cord);
    expect(doseMarks.map(({ doseGy, verdict }) => [doseGy, verdict])).toEqual([
      [57, 'exceeded'],
      [70, 'met'],
    ]);
    // Another α/β and recovery: no place on this axis.
    expect(notDrawn.map(({ goal: text }) => text)).toEqual(['Dmax <= 50 Gy']);
  });

  it('puts limits on volumes at their dose and percentage', () => {
    const [mark] = dvhData(esophagus).volumeMarks;
    expect(mark).toEqual({ doseGy: 60, volumePercent: 40, scope: 'cumulative', verdict: 'met', label: 'V60Gy < 40 %' });
  });

  it('turns cc into percent of the organ, spared volume from the other side', () => {
    const organ = {
      ...lungs,
      volumeCc: 4000,
      goals: [
        goal('V20Gy[cc] < 1000 cc', 1, 'met', { alphaBetaGy: 4 }),
        goal('CV16Gy[cc] >= 1000 cc', 1, 'exceeded', { alphaBetaGy: 4 }),
      ],
    };
    expect(dvhData(organ).volumeMarks.map(({ doseGy, volumePercent }) => [doseGy, volumePercent])).toEqual([
      [20, 25],
      [16, 75],
    ]);
  });

  it('leaves out what is on another scale, and says so', () => {
    const { volumeMarks, notDrawn } = dvhData(lungs);
    // The organ has α/β 4 Gy; the goals were computed with 3, 2.5 and of physical dose.
    expect(volumeMarks).toEqual([]);
    expect(notDrawn).toHaveLength(3);
    // 1000 cc of an organ of 600 cc.
    const small = { ...lungs, volumeCc: 600, goals: [goal('CV16Gy[cc] >= 1000 cc', 1, 'exceeded', { alphaBetaGy: 4 })] };
    expect(dvhData(small).notDrawn).toHaveLength(1);
  });

  it('draws the curve of a goal’s verdict on the right side of its point', () => {
    const { volumeMarks } = dvhData(esophagus);
    const [{ doseGy, volumePercent, verdict }] = volumeMarks;
    const volume = volumeAt(esophagus.dvh, 'cumulative', doseGy)!;
    expect(volume < volumePercent || verdict === 'exceeded' || volumePercent === 40).toBe(true);
  });

  it('has no curve where no dose is known', () => {
    const { curves, missing } = dvhData(priorUnknown.organs[0]);
    expect(missing).toEqual(['prior', 'cumulative']);
    expect(curves.map(({ scope }) => scope)).toEqual(['planned']);
    expect(volumeAt(priorUnknown.organs[0].dvh, 'prior', 10)).toBeNull();
  });

  it.each([
    [['planned'], ['planned', 'cumulative']],
    [
      ['prior', 'prior'],
      ['prior', 'cumulative'],
    ],
    [
      ['prior', 'planned'],
      ['prior', 'planned', 'cumulative'],
    ],
  ] as const)('says nothing of courses that do not exist: %s', (roles, scopes) => {
    const known = dvhData(cord, undefined, roles);
    expect(known.scopes).toEqual(scopes);
    expect(known.missing).toEqual([]);
    expect(known.curves.map(({ scope }) => scope)).toEqual(scopes);
    // What is unknown of those that do is still said.
    const { missing } = dvhData(priorUnknown.organs[0], undefined, roles);
    expect(missing).toEqual(scopes.filter((scope) => scope !== 'planned'));
  });

  it('has no curve at 0 Gy for a dose of which no figure is known', () => {
    const metrics = Object.entries(cord.metrics).map(([name, metric]) => [name, { ...metric, priorEqd2Gy: null }]);
    const prior = cord.dvh.doseGy.map((_, n) => (n === 0 ? 100 : 0));
    const data = dvhData({ ...cord, metrics: Object.fromEntries(metrics), dvh: { ...cord.dvh, prior } });
    expect(data.missing).toEqual(['prior']);
    expect(data.curves.map(({ scope }) => scope)).toEqual(['planned', 'cumulative']);
  });

  it('ends a curve where no volume is left, and the axis behind the last limit', () => {
    const { doseGy, curves, toGy } = dvhData(cord);
    const planned = curves.find(({ scope }) => scope === 'planned')!;
    const last = doseGy[planned.volume.findLastIndex((volume) => volume !== null)];
    expect(last).toBeGreaterThan(33);
    expect(last).toBeLessThan(36);
    expect(toGy).toBeGreaterThan(70);
    expect(dvhData(heart).toGy).toBeGreaterThan(87);
  });

  it('shows what the what-if changed beside what it was, on one axis', () => {
    const now = tried(fixture, 0.8).organs.find(({ roi }) => roi === cord.roi)!;
    const longer = { ...now, dvh: { ...now.dvh, doseGy: now.dvh.doseGy.map((dose) => dose * 1.1) } };
    const { doseGy, curves } = dvhData(longer, cord);
    expect([...doseGy].sort((a, b) => a - b)).toEqual(doseGy);
    expect(curves.filter(({ isOriginal }) => isOriginal).map(({ scope }) => scope)).toContain('planned');
    for (const { volume } of curves) expect(volume).toHaveLength(doseGy.length);
    const original = curves.find(({ scope, isOriginal }) => scope === 'cumulative' && isOriginal)!;
    const at = doseGy.indexOf(cord.dvh.doseGy[40]);
    expect(original.volume[at]).toBeCloseTo(cord.dvh.cumulative[40], 9);
  });

  it('does not repeat a curve that the what-if leaves as it is', () => {
    const now = tried(fixture, 0.8).organs.find(({ roi }) => roi === cord.roi)!;
    const before = dvhData(now, cord).curves.filter(({ isOriginal }) => isOriginal);
    expect(before.map(({ scope }) => scope)).toEqual(['planned', 'cumulative']);
  });

  it('reads between two points of a curve along the straight line', () => {
    const dvh = { doseGy: [0, 10, 20], prior: [100, 50, 0], planned: [], cumulative: [100, 80, 20] };
    expect(volumeAt(dvh, 'prior', 5)).toBe(75);
    expect(volumeAt(dvh, 'cumulative', 20)).toBe(20);
    expect(volumeAt(dvh, 'prior', 30)).toBe(0);
    expect(volumeAt(dvh, 'planned', 5)).toBeNull();
  });

  it('says nothing of a volume beyond the axis unless the curve has come to its end', () => {
    const dvh = { doseGy: [0, 5], prior: [100, 0], planned: [100, 100], cumulative: [] };
    expect(volumeAt(dvh, 'planned', 10)).toBeNull();
    expect(volumeAt(dvh, 'prior', 10)).toBe(0);
    expect(volumeAt(dvh, 'cumulative', 10)).toBeNull();
  });
});

describe('a volume of a curve', () => {
  it('is a dash where the curve does not reach, and 0 only where it has come to its end', async () => {
    const t = await inLanguage('en');
    const dvh = { doseGy: [0, 5], prior: [100, 0], planned: [100, 100], cumulative: [] };
    const said = (scope: 'prior' | 'planned' | 'cumulative', dose: number) =>
      volumeText(t, { missing: ['cumulative'] }, scope, volumeAt(dvh, scope, dose)).replace('\u00a0', ' ');
    expect(said('planned', 10)).toBe('–');
    expect(said('planned', 5)).toBe('100.0 %');
    expect(said('prior', 10)).toBe('0.0 %');
    expect(said('cumulative', 10)).toBe('unknown');
  });
});
