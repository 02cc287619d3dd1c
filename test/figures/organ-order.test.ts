import { describe, expect, it } from 'vitest';
import { byUrgency } from '../../src/figures/organ-order';
import { verdictSection } from '../../src/report/verdict-section';
import { heart as heartOf } from '../report/fixture-organs';
import { goal } from '../report/fixture-parts';
import { textsOf } from '../report/read-back';
import { assessmentOf } from '../report/variants';

const met = (expression: string, plannedScale: number, until?: 'target' | 'source') =>
  goal(expression, 30, 'met', { headroom: { plannedScale, ...(until && { until }) } });
const named = (name: string, ...goals: ReturnType<typeof met>[]) => ({ ...heartOf, roi: name, organ: name, goals });

const heart = named('Heart', met('Dmax < 100 Gy', 1.3));
const trachea = named('Trachea', met('Dmax < 100 Gy', 2));
// The part of it in the target turns first, and that is the least that is left of any.
const esophagus = named('Esophagus', met('Dmax < 100 Gy', 1.85), met('V60Gy < 40 %', 1.14, 'target'));
const open = named('Lungs', goal('V20Gy < 40 %', 10, 'met', {}));
const least = named('SpinalCord', goal('D95% >= 40 Gy', 50, 'met', { headroom: { plannedScale: 0.8, from: true } }));

describe('what is met', () => {
  const organs = [open, trachea, least, heart, esophagus];

  it('is read with the least left first, whether the whole organ or the part in the target turns', () => {
    const order = byUrgency(organs);
    expect(order.map(({ roi }) => roi).slice(0, 3)).toEqual(['Esophagus', 'Heart', 'Trachea']);
    expect(order[0].goals.map(({ goal: text }) => text)).toEqual(['V60Gy < 40 %', 'Dmax < 100 Gy']);
  });

  it('stands so on page one, each organ by the goal that turns first', () => {
    const texts = textsOf(verdictSection(assessmentOf(organs)).text, 'li').filter((text) => /×|Headroom/.test(text));
    expect(texts.slice(0, 3).map((text) => /^(\w+) .*?×([\d.]+)/.exec(text)?.slice(1))).toEqual([
      ['Esophagus', '1.14'],
      ['Heart', '1.30'],
      ['Trachea', '2.00'],
    ]);
  });

  it('is not left out of a long list as having more left', () => {
    const many = Array.from({ length: 9 }, (_, n) => named(`Organ ${n}`, met('Dmax < 100 Gy', 1.4 + n / 10)));
    const items = textsOf(verdictSection(assessmentOf([...many, esophagus])).text, 'li');
    expect(items.find((text) => text.includes('×'))).toMatch(/^Esophagus .*×1\.14/);
    expect(items.find((text) => text.includes('with more left'))).toMatch(/^2 further organs/);
  });
});
