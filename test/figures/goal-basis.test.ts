import { describe, expect, it } from 'vitest';
import { evaluatedOrgans } from '../../src/evaluation/assessment';
import { basisInShort, unusualBasis } from '../../src/figures/goal-basis';
import { csvReport } from '../../src/report/csv-report';
import { saidOfMet } from '../../src/report/goal-sentence';
import { verdictSection } from '../../src/report/verdict-section';
import { assessed, CORD } from '../evaluation/own/own-case';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const at = (name: string, x: number) => ({ ...CORD, name, x });
const bodies = [CORD, at('Esophagus', 25), at('Heart', -25), at('Lungs', -45), at('Trachea', 45)];
const result = assessed(
  [
    { organ: 'SpinalCord', goal: 'Dmax <= 300 Gy', quantity: 'bed' },
    { organ: 'Esophagus', goal: 'D0.03cc <= 50 Gy', quantity: 'physical', scope: 'planned' },
    { organ: 'Heart', goal: 'D0.03cc <= 95 Gy', scope: 'prior', recovery: 0.25 },
    { organ: 'Heart', goal: 'D0.03cc <= 200 Gy' },
    { organ: 'Lungs', goal: 'Dmean <= 300 Gy', alphaBetaGy: 20 },
    { organ: 'Lungs', goal: 'Dmean <= 300 Gy', alphaBetaGy: 4 },
    { organ: 'Trachea', goal: 'Dmax <= 300 Gy' },
    { organ: 'Trachea', goal: 'Dmax <= 300 Gy', model: 'organ' },
  ],
  { bodies, more: { organs: { Trachea: { alphaBetaGy: 5, lqL: { transitionGyPerFraction: 3 } } } } },
);
const rows = async () => evaluatedOrgans((await result).organs).flatMap((organ) => organ.goals.map((goal) => ({ organ, goal })));

describe('how a goal is judged', () => {
  it('is said of a met one wherever it is not the usual way', async () => {
    const said = (await rows()).map(({ goal, organ }) => [organ.roi, ...unusualBasis(goal, organ).map(plain)]);
    expect(said).toEqual([
      ['SpinalCord', 'BED, α/β = 2 Gy (the organ’s)'],
      ['Esophagus', 'physical dose', 'planned course alone'],
      ['Heart', 'prior courses alone', 'after 25.0 % recovery'],
      ['Heart'],
      ['Lungs', 'EQD2, α/β = 20 Gy (the goal’s own)'],
      ['Lungs'],
      ['Trachea', 'EQD2, α/β = 5 Gy (the organ’s), set by the case'],
      ['Trachea', 'EQD2, α/β = 5 Gy (the organ’s), set by the case', 'LQ-L: linear above 3 Gy a fraction'],
    ]);
    for (const { goal, organ } of await rows()) {
      const { rest } = saidOfMet(goal, organ);
      for (const words of unusualBasis(goal, organ)) expect(rest).toContain(words);
    }
    const page = plain(verdictSection(await result).text);
    expect(page).toContain('D0.03cc 45.0 Gy, limit ≤ 50 Gy (90.0 % of it) · physical dose · planned course alone');
    expect(page).toContain('BED, α/β = 2 Gy (the organ’s)');
  });

  it('is a cell of the terminal’s table', async () => {
    expect((await rows()).map(({ goal, organ }) => basisInShort(goal, organ))).toEqual([
      '2',
      '–',
      '3',
      '3',
      '20 (the goal’s)',
      '4',
      '5 (the case’s)',
      '5 (the case’s), LQ-L above 3 Gy',
    ]);
  });

  it('leaves no two rows of the CSV alike', async () => {
    const [header, ...lines] = csvReport(await result).split('\r\n');
    const goals = lines.filter((line) => line.startsWith('goal,') && line.includes(',Trachea,'));
    expect(goals).toHaveLength(2);
    expect(header.split(',').slice(-4)).toEqual(['goal_model', 'organ_model', 'headroom_as_placed', 'row_crc32']);
    expect(goals.map((line) => line.split(',').at(-4))).toEqual(['LQ', 'LQ-L: linear above 3 Gy a fraction']);
    const metrics = lines.filter((line) => line.startsWith('metric,'));
    expect(metrics.filter((line) => line.includes(',LQ-L: linear above 3 Gy a fraction,,'))).toHaveLength(
      metrics.filter((line) => line.includes(',Trachea,')).length,
    );
  });
});
