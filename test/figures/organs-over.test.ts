import { expect, it } from 'vitest';
import { summary } from '../../src/app/assess/stops';
import { organsOver } from '../../src/figures/organs-over';
import { verdictSection } from '../../src/report/verdict-section';
import { cord, esophagus, trachea } from '../report/fixture-organs';
import { goal } from '../report/fixture-parts';
import { textsOf } from '../report/read-back';
import { assessmentOf } from '../report/variants';

const over = [goal('Dmax < 50 Gy', 58, 'exceeded')];
const of = (organs: Parameters<typeof assessmentOf>[0]) => {
  const assessment = assessmentOf(organs);
  const [counted] = /\d+ organs? exceeds?/.exec(textsOf(verdictSection(assessment).text, 'h2')[0].replaceAll('\u00a0', ' '))!;
  expect(summary(assessment).organsOver).toBe(organsOver(assessment));
  return counted;
};

it('counts an organ that is drawn twice once', () => {
  const twice = [
    { ...cord, roi: 'SpinalCord#4' },
    { ...cord, roi: 'SpinalCord#9' },
  ].map((each) => ({ ...each, goals: over }));
  expect(of([...twice, { ...trachea, goals: over }, { ...esophagus, goals: over }])).toBe('3 organs exceed');
  expect(of(twice)).toBe('1 organ exceeds');
  // Under another name that is taken for it.
  expect(of([twice[0], { ...twice[1], roi: 'Myelon' }])).toBe('1 organ exceeds');
});

it('counts targets and what is no known organ one by one', () => {
  const unknown = ['A', 'B'].map((roi) => ({ ...cord, roi, organ: null, goals: over }));
  expect(of(unknown)).toBe('2 organs exceed');
  const targets = ['PTV_60', 'PTV_66'].map((roi) => ({ ...cord, roi, organ: 'PTV', goals: over }));
  expect(of(targets)).toBe('2 organs exceed');
});
