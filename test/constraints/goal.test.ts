import { describe, expect, it } from 'vitest';
import { parseGoal } from '../../src/constraints/goal';
import { formatMetric } from '../../src/dvh/metric';
import { InputError } from '../../src/input-error';

describe('parseGoal', () => {
  it.each([
    ['D0.03cc <= 50 Gy', 'D0.03cc <= 50 Gy', '<=', 50, 'Gy', ['D0.03cc']],
    ['  Dmax<57Gy ', 'Dmax < 57 Gy', '<', 57, 'Gy', ['Dmax']],
    ['V20Gy ≤ 30%', 'V20Gy <= 30 %', '<=', 30, '%', ['V20Gy']],
    ['D95% ≥ 47.5 Gy', 'D95% >= 47.5 Gy', '>=', 47.5, 'Gy', ['D95%']],
    ['CV16Gy[cc] >= 1000 cc', 'CV16Gy[cc] >= 1000 cc', '>=', 1000, 'cc', ['CV16Gy[cc]']],
    ['DC10cc > 20 Gy', 'DC10cc > 20 Gy', '>', 20, 'Gy', ['DC10cc']],
    ['V20Gy  +  0.5 * V5Gy <= 60 %', 'V20Gy + 0.5 * V5Gy <= 60 %', '<=', 60, '%', ['V20Gy', 'V5Gy']],
    ['(Dmax - Dmax) / 2 < 3 Gy', '(Dmax - Dmax) / 2 < 3 Gy', '<', 3, 'Gy', ['Dmax']],
    ['planned:Dmax / Dmax <= 0.5', 'planned:Dmax / Dmax <= 0.5', '<=', 0.5, '', ['planned:Dmax', 'Dmax']],
    ['V20Gy[cc] / V5Gy[cc] < 1', 'V20Gy[cc] / V5Gy[cc] < 1', '<', 1, '', ['V20Gy[cc]', 'V5Gy[cc]']],
    ['prior:Dmean + planned:Dmean <= cumulative:Dmean', undefined, '', 0, '', []],
  ])('%s', (text, canonical, comparator, limit, unit, metrics) => {
    if (canonical === undefined) {
      expect(() => parseGoal(text)).toThrow(/found the limit "cumulative:Dmean"/);
      return;
    }
    const goal = parseGoal(text);
    expect(goal.text).toBe(canonical);
    expect(goal.comparator).toBe(comparator);
    expect(goal.limit).toBe(limit);
    expect(goal.unit).toBe(unit);
    expect(goal.metrics.map(({ metric, scope }) => (scope ? `${scope}:` : '') + formatMetric(metric))).toEqual(metrics);
    expect(parseGoal(goal.text).text).toBe(canonical);
  });

  it.each([
    ['Dmax', 'no comparison'],
    ['Dmax < 3 < 4 Gy', 'more than one comparison'],
    ['< 3 Gy', 'nothing before the comparison'],
    ['Dmax < ', 'the limit ""'],
    ['Dmax < -3 Gy', 'the limit "-3 Gy"'],
    ['Dmax < 3 Sv', 'the limit "3 Sv"'],
    ['Dmax < 1e2 Gy', 'the limit "1e2 Gy"'],
    ['50 Gy >= Dmax', 'the limit "Dmax"'],
    ['Dmax < 3', 'a limit in no unit'],
    ['Dmax < 3 %', 'a limit in %'],
    ['V20Gy < 30 cc', 'a limit in cc'],
    ['V20Gy[cc] < 30 %', 'a limit in %'],
    ['Dmax / Dmean < 3 Gy', 'a limit in Gy'],
    ['2 + 3 < 5', 'no metric'],
    ['Dmax + V20Gy < 3 Gy', 'Gy and % added'],
    ['V20Gy - V20Gy[cc] < 3 %', '% and cc subtracted'],
    ['Dmax + 5 < 30 Gy', 'Gy and a plain number added'],
    ['Dmax * Dmean < 3 Gy', 'Gy multiplied by Gy'],
    ['Dmax / V20Gy < 3', 'Gy divided by %'],
    ['1 / Dmax < 3', 'a plain number divided by Gy'],
    ['Dmax / 0 < 3 Gy', 'a division by 0'],
    ['Dmax / (2 - 2) < 3 Gy', 'a division by 0'],
    ['Dmax ^ 2 < 3 Gy', '"Dmax ^ 2"'],
    ['sqrt(Dmax) < 3 Gy', '"sqrt"'],
    ['import("fs") < 3 Gy', '"import"'],
    ['x = Dmax < 3 Gy', '"x"'],
    ['Dmax[1] < 3 Gy', '"Dmax[1]"'],
    ['[Dmax] < 3 Gy', '"[Dmax]"'],
    ['{a: Dmax} < 3 Gy', '"a"'],
    ['"Dmax" < 3 Gy', '""Dmax""'],
    ['Dmax; Dmean < 3 Gy', '"Dmax; Dmean"'],
    ['Dmax! < 3 Gy', '"Dmax!"'],
    ["Dmax' < 3 Gy", '"Dmax\'"'],
    ['Dmax(2) < 3 Gy', '"Dmax(2)"'],
    ['m0 + Dmax < 3 Gy', '"m0"'],
    ['2 Dmax < 3 Gy', 'two factors with nothing between them'],
    ['Dmax Dmean < 3 Gy', 'two factors with nothing between them'],
    ['2m0 + Dmax < 3 Gy', 'two factors with nothing between them'],
    ['5m7 * Dmax < 3 Gy', 'two factors with nothing between them'],
    ['V20Gy % 5 < 3 %', '"V20Gy % 5"'],
    ['50 % * Dmax < 3 Gy', '"50 % * Dmax"'],
    ['+Dmax < 3 Gy', 'an operation other than + - * /'],
    ['Dmax * ( < 3 Gy', '"Dmax * ("'],
    ['course2:Dmax < 3 Gy', '"course2:"'],
    ['prior:planned:Dmax < 3 Gy', '"planned"'],
    ['D101% < 3 Gy', '"D101%"'],
    ['V20 < 30 %', '"V20"'],
    [`${'-'.repeat(400)}Dmax < 3 Gy`, '411 characters'],
  ])('%s is refused', (text, found) => {
    let thrown: unknown;
    try {
      parseGoal(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect((thrown as InputError).found).toBe(found);
  });
});
