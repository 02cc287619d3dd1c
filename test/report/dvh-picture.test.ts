import { describe, expect, it } from 'vitest';
import { SCOPES } from '../../src/constraints/goal-expression';
import type { OrganResult } from '../../src/evaluation/assessment';
import { dvhLimits } from '../../src/figures/dvh-limits';
import { dvhPicture } from '../../src/report/dvh-picture';
import { cord, esophagus, heart, lungs, plexus, trachea } from './fixture-organs';
import { dvh, goal } from './fixture-parts';
import { readHtml, unescaped } from './read-back';
import { variants } from './variants';

const draw = (organ: OrganResult) => dvhPicture(organ, dvhLimits(organ).drawn, SCOPES).text;
const organs = Object.values(variants).flatMap((assessment) => assessment.organs);

/** Width of a bold letter of 11 px in DejaVu Sans, the widest of the typefaces that the report names. */
const LETTER = 7.3;
interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The boxes of the upright texts. */
function boxes(svg: string): Box[] {
  return [...svg.matchAll(/<text[^>]* x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)">([^<]*)</g)].map(
    ([, x, y, anchor, inside]) => {
      const text = unescaped(inside);
      const width = text.length * (/^[\d.]+$/.test(text) ? 6.5 : LETTER);
      const left = Number(x) - { start: 0, middle: width / 2, end: width }[anchor]!;
      return { text, left, right: left + width, top: Number(y) - 8, bottom: Number(y) + 2 };
    },
  );
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function curves(svg: string): { scope: string; points: number[][] }[] {
  return [...svg.matchAll(/<path class="curve (\w+)" d="([^"]*)"/g)].map(([, scope, d]) => {
    expect(d).toMatch(/^M-?[\d.]+,-?[\d.]+(?:L-?[\d.]+,-?[\d.]+)*$/);
    return {
      scope,
      points: d
        .slice(1)
        .split('L')
        .map((pair) => pair.split(',').map(Number)),
    };
  });
}

describe('dvhPicture', () => {
  it('is an SVG with a name, without anything from outside', () => {
    const { tags, text } = readHtml(draw(lungs));
    expect(tags[0]).toMatchObject({ name: 'svg', attributes: { role: 'img', viewBox: '0 0 460 248' } });
    expect(tags[0].attributes['aria-label']).toBe(`Dose-volume histogram of ${lungs.roi}`);
    expect(new Set(tags.map(({ name }) => name))).toEqual(new Set(['svg', 'path', 'text']));
    expect(text).toContain('EQD2, Gy (α/β = 4\u00a0Gy)');
    expect(text).toContain('Volume, %');
  });

  it('draws curves that never rise, from 100 % at 0 Gy to nothing, within the frame', () => {
    for (const organ of organs) {
      const svg = draw(organ);
      const [, left, top, bottom, right] = /class="axis" d="M([\d.]+),([\d.]+)V([\d.]+)H([\d.]+)"/.exec(svg)!.map(Number);
      for (const { points } of curves(svg)) {
        expect(points[0]).toEqual([left, top]);
        expect(points.at(-1)![1]).toBeCloseTo(bottom, 0);
        for (const [n, [x, y]] of points.entries()) {
          expect(x).toBeLessThanOrEqual(right);
          expect(y).toBeLessThanOrEqual(bottom);
          if (n > 0) expect(x >= points[n - 1][0] && y >= points[n - 1][1]).toBe(true);
        }
      }
    }
  });

  it('leaves out a curve without a known dose', () => {
    const svg = draw({ ...trachea, dvh: { ...trachea.dvh, prior: [], cumulative: [] } });
    expect(curves(svg).map(({ scope }) => scope)).toEqual(['planned']);
    expect(boxes(svg).map(({ text }) => text)).not.toContain('prior');
    expect(() => draw({ ...trachea, dvh: { doseGy: [0, 5], prior: [], planned: [], cumulative: [] } })).not.toThrow();
  });

  it('keeps texts apart, inside the picture, and off the lines of limits', () => {
    const crowded = {
      ...trachea,
      goals: [30, 45, 45.5, 46, 60, 96, 97, 98].map((limit, n) =>
        goal(`D${n + 1}cc <= ${limit} Gy`, 40, limit < 40 ? 'exceeded' : 'met'),
      ),
    };
    const close = { ...trachea, dvh: dvh([30, 6, 60], [30.5, 6, 60.5], [31, 6, 61]) };
    const uneven = { ...trachea, goals: [goal('Dmax < 70 Gy', 40, 'met'), goal('planned:D0.03cc <= 120 Gy', 40, 'met')] };
    for (const organ of [...organs, crowded, close, uneven]) {
      const svg = draw(organ);
      const all = boxes(svg);
      const [, , , width] = /viewBox="([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number);
      for (const [n, box] of all.entries()) {
        expect(box.left, box.text).toBeGreaterThanOrEqual(0);
        expect(box.right, box.text).toBeLessThanOrEqual(width + 1);
        for (const other of all.slice(n + 1)) expect(meet(box, other), `${organ.roi}: ${box.text} / ${other.text}`).toBe(false);
      }
      const lines = [...svg.matchAll(/class="limit \w+"><path d="M([\d.]+),([\d.]+)V/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      for (const box of all.filter(({ text }) => text.endsWith('Gy'))) {
        for (const [x, y] of lines) expect(x > box.left && x < box.right && y < box.top, box.text).toBe(false);
      }
    }
  });

  it('says verdicts by shape as well as by colour', () => {
    const svg = draw(cord);
    expect(svg).toContain('<g class="limit exceeded">');
    expect(boxes(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['■ Dmax < 57 Gy', '● Dmax ≤ 70 Gy']));
  });
});

describe('dvhLimits', () => {
  it('draws doses in EQD2 with the alpha/beta and recovery of the curves only', () => {
    const { drawn, left } = dvhLimits(cord);
    expect(drawn.map(({ doseGy }) => doseGy)).toEqual([57, 70]);
    expect(left.map(({ limit }) => limit)).toEqual([50]);
    expect(dvhLimits(heart).drawn).toEqual([]);
    expect(dvhLimits(plexus).drawn).toHaveLength(1);
  });

  it('shows the worst verdict of goals with the same limit', () => {
    const twice = ['met', 'exceeded', 'not evaluable'] as const;
    const same = { ...esophagus, goals: twice.map((verdict) => goal('Dmax < 100 Gy', 114, verdict)) };
    expect(dvhLimits(same).drawn).toEqual([{ doseGy: 100, label: 'Dmax < 100', verdict: 'exceeded' }]);
  });
});
