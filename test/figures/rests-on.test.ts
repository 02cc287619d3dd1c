import { describe, expect, it } from 'vitest';
import { verdictText } from '../../src/cli/verdict-text';
import type { GoalResult, OrganResult } from '../../src/evaluation/assessment';
import {
  acceptancesWithNote,
  isCumulativeUntested,
  restsOnLines as lines,
  restsOnMore,
  untestedCaveat,
} from '../../src/figures/rests-on';
import { makeFinding } from '../../src/findings/finding';
import { verdictSection } from '../../src/report/verdict-section';
import { fixture } from '../report/fixture';
import { cord } from '../report/fixture-organs';
import { goal } from '../report/fixture-parts';
import { textsOf } from '../report/read-back';
import { assessmentOf } from '../report/variants';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const restsOnLines = (of: Parameters<typeof lines>[0]) => lines(of).map(plain);
const table = { verdict: 'exceeded', goal: 'Dmax < 57 Gy', limit: 57, unit: 'Gy', value: 59.31 } as const;
const own = makeFinding('own-alpha-beta', 'warning', { roi: 'SpinalCord', ownGy: 0.5, tableGy: 2, withTable: table });
const apart = makeFinding('own-alpha-beta', 'warning', { roi: 'PTV', ownGy: 4.9, tableGy: 10 });
const having = (goals: readonly GoalResult[], findings: (typeof own)[] = [], more: Partial<OrganResult> = {}) =>
  assessmentOf([{ ...cord, goals, ...more }], { findings });
const met = goal('Dmax < 57 Gy', 20, 'met');
const PLANNED = goal('V20Gy <= 30 %', 20, 'met', { scope: 'planned' });
const LINE = "Rests on the case's own α/β: SpinalCord 0.5 Gy (table 2 Gy; with the table's: exceeded, 59.3 Gy).";

describe('an alpha/beta of the case', () => {
  it('stands on page one of the report and in the terminal, and takes the calm out of a met verdict', () => {
    const result = having([met], [own]);
    expect(restsOnLines(result)).toEqual([LINE]);
    expect(verdictSection(result).text).toContain('class="head open"');
    expect(textsOf(verdictSection(result).text, 'p', 'missing').map(plain)).toEqual([LINE]);
    expect(plain(verdictText(result, []))).toContain(LINE);
  });

  it('is said, and takes no calm, where no mandatory goal hangs on it', () => {
    const result = having([met], [apart]);
    expect(restsOnLines(result)).toEqual(["Rests on the case's own α/β: PTV 4.9 Gy (table 10 Gy)."]);
    expect(restsOnMore(result)).toBe(false);
    expect(verdictSection(result).text).toContain('class="head met"');
  });

  it('names what is made from the organ and has it', () => {
    const all = makeFinding('own-alpha-beta', 'warning', {
      roi: 'SpinalCord',
      ownGy: 1,
      tableGy: 2,
      inheritedBy: ['Hot', 'SpinalCord_PRV05'],
    });
    const part = makeFinding('own-alpha-beta', 'warning', {
      roi: 'Hot',
      ownGy: 1,
      tableGy: 2,
      from: ['SpinalCord'],
      withTable: table,
    });
    expect(restsOnLines(having([met], [all, part]))).toEqual([
      "Rests on the case's own α/β: SpinalCord, Hot, SpinalCord_PRV05 1 Gy (table 2 Gy); Hot (as SpinalCord) 1 Gy (table 2 Gy; with the table's: exceeded, 59.3 Gy).",
    ]);
  });
});

describe('recovery that is no source’s', () => {
  it('is said of doses, and of goals that have it', () => {
    const forgiven = { ...met, recovery: 0.25, set: 'case' };
    const inBoth = having([forgiven], [], { recovery: 0.25 });
    expect(restsOnLines(inBoth)).toEqual([
      "Rests on recovery that is no source's rule: SpinalCord, 25.0 % of the prior BED in its doses, 25.0 % in goals.",
    ]);
    expect(restsOnMore(inBoth)).toBe(true);
    const inDoses = having([met], [], { recovery: 0.25 });
    expect(restsOnLines(inDoses)).toEqual([
      "Rests on recovery that is no source's rule: SpinalCord, 25.0 % of the prior BED in its doses.",
    ]);
    expect(restsOnMore(inDoses)).toBe(false);
  });

  it('is not said of a source’s schedule', () => {
    const ofSource = { ...met, recovery: 0.25, recoverySchedule: 'serial' };
    expect(restsOnLines(having([ofSource]))).toEqual([]);
  });
});

describe('a case with prior dose', () => {
  it('says that no goal on the cumulative dose was tested where none was', () => {
    const result = having([PLANNED]);
    expect(untestedCaveat(result)).toBe('no goal on the cumulative dose was tested');
    expect(textsOf(verdictSection(result).text, 'h2')[0]).toBe(
      '▲ No mandatory goal is exceeded (1 tested) · no goal on the cumulative dose was tested',
    );
    expect(verdictText(result, [])).toContain('No goal on the cumulative dose was tested.');
    expect(restsOnMore(result)).toBe(true);
  });

  it.each([
    ['a mandatory one was', having([PLANNED, met])],
    ['a ratio of the two was', having([goal('planned:Dmax / cumulative:Dmax <= 0.5', 0.4, 'met', { scope: 'planned' })])],
    ['nothing was judged at all', having([{ ...met, verdict: 'not evaluable' }])],
    ['there is no prior course', { ...having([PLANNED]), courses: fixture.courses.filter(({ role }) => role === 'planned') }],
  ])('does not where %s', (_, result) => expect(isCumulativeUntested(result)).toBe(false));

  it('does where the cumulative ones are optional or not applicable', () => {
    expect(isCumulativeUntested(having([PLANNED, { ...met, mandatory: false }]))).toBe(true);
    expect(isCumulativeUntested(having([PLANNED, { ...met, verdict: 'not applicable' }]))).toBe(true);
  });
});

describe('an acceptance with a note', () => {
  it('is said with its note', () => {
    const [first] = fixture.registrations;
    const accepted = { by: 'Dr B', on: '2026-02-01', note: 'for the cord only' };
    const result = { ...having([met]), registrations: [{ ...first, links: [{ ...first.links[0], accepted }] }] };
    expect(acceptancesWithNote(having([met]))).toEqual([]);
    expect(restsOnLines(result)).toEqual([
      'The registration of "dCRT 2022" is accepted by Dr B, 2026-02-01, with the note: for the cord only',
    ]);
  });
});
