import { describe, expect, it } from 'vitest';
import { makeFinding } from '../../src/findings/finding';
import { printable } from '../../src/printable';
import { CSV_COLUMNS, csvReport } from '../../src/report/csv-report';
import { fixture } from './fixture';
import { readCsv } from './read-back';
import { confirmed, HOSTILE, hostile, variants } from './variants';

const rowsOf = (record: string, assessment = fixture) =>
  readCsv(csvReport(assessment)).rows.filter((row) => row.record === record);
const goalRow = (goal: string) => rowsOf('goal').find((row) => row.goal_or_metric === goal)!;

describe('csvReport', () => {
  it('has the columns that it documents, each of one meaning', () => {
    expect(readCsv(csvReport(fixture)).columns).toEqual(Object.keys(CSV_COLUMNS));
    expect(Object.values(CSV_COLUMNS).every((meaning) => meaning.length > 0)).toBe(true);
  });

  it.each(Object.entries(variants))('has one row per goal and one per metric: %s', (_, assessment) => {
    const { organs } = assessment;
    const keys = (record: string) =>
      rowsOf(record, assessment).map((row) => `${row.roi.replace(/^'/, '')} ${row.goal_or_metric}`);
    expect(keys('goal')).toEqual(organs.flatMap(({ roi, goals }) => goals.map(({ goal }) => `${roi} ${goal}`)));
    expect(keys('metric')).toEqual(organs.flatMap(({ roi, metrics }) => Object.keys(metrics).map((name) => `${roi} ${name}`)));
  });

  it('is read by spreadsheets as UTF-8 and ends its lines as RFC 4180 says', () => {
    const source = csvReport(fixture);
    expect(source.codePointAt(0)).toBe(0xfeff);
    expect(source.endsWith('\r\n')).toBe(true);
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('gives figures unrounded, with the rules of each goal', () => {
    expect(goalRow('Dmax <= 50 Gy')).toMatchObject({
      patient_id: 'ESO-0042',
      roi: 'SpinalCord',
      unit: 'Gy',
      constraint_set: 'umich-reirradiation',
      quantity: 'eqd2',
      scope: 'cumulative',
      goal_alpha_beta_gy: '2.5',
      organ_alpha_beta_gy: '2',
      organ_alpha_beta_source: 'myelopathy; Sahgal 2012, 2021',
      goal_recovery_fraction: '0.5',
      goal_recovery_rule: 'serial organs, 1 to 3 years: 50 %',
      value_in_unit: '50.004',
      limit_in_unit: '50',
      value_of_limit_percent: '100.008',
      verdict: 'exceeded',
      mandatory: 'no',
      headroom_planned_factor: '0.9999',
      evidence: 'seen-2',
      software_version: '0.1.0',
    });
    expect(goalRow('V20Gy <= 30 %')).toMatchObject({ quantity: 'physical', goal_alpha_beta_gy: '', scope: 'planned' });
    expect(goalRow('planned:Dmax / cumulative:Dmax <= 0.5')).toMatchObject({ unit: '', value_of_limit_percent: '90.16' });
  });

  it('leaves a cell empty for what cannot be had, and says why', () => {
    const open = goalRow('V40Gy < 50 %');
    expect(open).toMatchObject({
      value_in_unit: '',
      value_of_limit_percent: '',
      headroom_planned_factor: '',
      verdict: 'not evaluable',
    });
    expect(open.reason).toContain('Dose is unknown in 14.2 %');
    expect(open.headroom_reason).toContain('not evaluable');
    const heart = rowsOf('metric').filter(({ roi }) => roi.endsWith('Heart'));
    expect(heart.find((row) => row.goal_or_metric === 'Dmean')).toMatchObject({
      prior_physical_in_unit: '',
      cumulative_eqd2_in_unit: '',
      cumulative_bed_in_unit: '',
      cumulative_eqd2_at_least_in_unit: '',
    });
    expect(heart.find((row) => row.goal_or_metric === 'D0.03cc')).toMatchObject({
      cumulative_eqd2_without_recovery_in_unit: '98.1',
      cumulative_eqd2_at_least_in_unit: '86.2',
      cumulative_eqd2_at_most_in_unit: '',
    });
  });

  it('keeps a known 0 as 0', () => {
    const v60 = rowsOf('metric').find((row) => row.goal_or_metric === 'V60Gy')!;
    expect(v60).toMatchObject({ prior_physical_in_unit: '0', prior_eqd2_in_unit: '0', unit: '%' });
    expect(v60.organ_recovery_fraction).toBe('0');
  });

  it.each(HOSTILE)('no cell runs as a formula or breaks the table: %j', (text) => {
    const { columns, rows } = readCsv(csvReport(hostile(text)));
    expect(rows).toHaveLength(3 + 4);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(columns);
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      // What turns the direction of text or ends a line is written as an escape.
      const shown = printable(text);
      expect(row.roi).toBe(/^[=+\-@\t\r]/.test(shown) ? `'${shown}` : shown);
    }
  });

  it('is the same for the same assessment', () => {
    expect(csvReport(fixture)).toBe(csvReport(structuredClone(fixture)));
  });
});

describe('the notes of a row', () => {
  const WORD = { by: 'Dr Li', on: '2026-11-26', why: 'read beside the chart' };
  const first = (more: Partial<typeof fixture>) => rowsOf('goal', { ...fixture, findings: [], ...more })[0];

  it('are empty where nothing is to be said, and stand in the last columns but the mark', () => {
    const organs = fixture.organs.map(confirmed).map((organ) => ({ ...organ, recovery: 0 }));
    expect(first({ organs })).toMatchObject({ patient_note: '', case_note: '' });
    expect(Object.keys(CSV_COLUMNS).slice(-6, -1)).toEqual([
      'patient_note',
      'case_note',
      'goal_model',
      'organ_model',
      'headroom_as_placed',
    ]);
  });

  it('say whose files nobody can tell, and who answered for it', () => {
    const unknown = makeFinding('identity-unknown', 'warning', { written: [], files: ['a.dcm'], more: 0 });
    expect(first({ findings: [unknown] }).patient_note).toBe('Identity unknown: ID and name in the files are no patient’s.');
    expect(first({ findings: [{ ...unknown, answered: WORD }] }).patient_note).toContain(
      'Answered by Dr Li, 2026-11-26: read beside the chart',
    );
  });

  it('say by whose word identities are one', () => {
    const identities = [
      { id: '1', name: 'Thorax^Sample', birthDate: '19550301', sex: 'F', files: ['a.dcm'] },
      { id: '2', name: 'Meier^Hans', birthDate: '', sex: '', files: ['b.dcm'] },
    ];
    expect(first({ patient: { ...fixture.patient, identities, samePatient: WORD } }).patient_note).toBe(
      'The files state different identities: Thorax, Sample, ID 1, born 1955-03-01, sex F; Meier, Hans, ID 2, born not given, sex not given. That they are one patient is the word of Dr Li, 2026-11-26: read beside the chart',
    );
  });

  it('say what was guessed, answered and asked', () => {
    const guesses = makeFinding('guesses-not-confirmed', 'warning', { guesses: ['The roles are guessed.'] });
    const answered = { ...makeFinding('input-changed', 'warning', {}, { file: 'RD.dcm', answerable: true }), answered: WORD };
    const open = makeFinding('input-changed', 'error', {}, { file: 'RS.dcm', answerable: true });
    const { case_note } = first({ findings: [guesses, answered, open] });
    expect(case_note).toContain('nobody has confirmed them');
    expect(case_note).toContain('Input differs from that of the case file (RD.dcm): Answered by Dr Li, 2026-11-26');
    expect(case_note).toContain('1 question is open (Input differs from that of the case file)');
  });
});
