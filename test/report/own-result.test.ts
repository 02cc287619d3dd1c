import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../src/json-text';
import { csvReport } from '../../src/report/csv-report';
import { htmlReport } from '../../src/report/html-report';
import { type Held, whatIsIn } from '../../src/report/own-result';
import { markedJson } from '../../src/report/written-mark';
import { inFolder } from '../cli/run';
import { fixture } from './fixture';
import { readCsv } from './read-back';
import { HOSTILE, hostile, variants } from './variants';

const held = (content: string | Uint8Array): Promise<Held> =>
  inFolder({}, (folder) => {
    const file = path.join(folder, 'there');
    writeFileSync(file, content);
    return whatIsIn(file);
  });
const createdAt = new Date('2026-11-27T20:00:00Z');
const page = htmlReport(fixture, { createdAt });
const table = csvReport(fixture);

/** The first columns of the table, as a version wrote it that had no more. */
const olderTable = (count: number): string => {
  const { columns, rows } = readCsv(table);
  const lines = [columns, ...rows.map((row) => columns.map((column) => `"${row[column].replaceAll('"', '""')}"`))];
  const cells = lines.map((line) => [line[0].replaceAll('"', ''), ...line.slice(1, count)].join(','));
  return `\uFEFF${cells.join('\r\n')}\r\n`;
};

const { patient, courses, registrations, monthsBetweenCourses, intervals, organs, overall, ...others } = fixture;
const EARLIER: Record<string, object> = {
  assess: { patient, courses, registrations, monthsBetweenCourses, intervals, organs, overall, ...others },
  inspect: {
    ...{ patients: [], doses: [], plans: [], structureSets: [], ctSeries: [], registrations: [], frameGroups: [] },
    ...{ others: [], unreadable: [], foreign: [], findings: [] },
  },
  propose: { case: {}, guesses: [], missing: [], findings: [] },
  calc: {
    ...{ doseGy: 50, fractions: 25, fractionGy: 2, alphaBetaGy: 3, given: '2 a day', bedGy: 83, eqd2Gy: 50 },
    ...{ limitEqd2Gy: 60, remainingEqd2Gy: 10, exceededByEqd2Gy: 0, remainingFractions: 5, remainingDoseGy: 9 },
    ...{ remainingGiven: '2 a day', remainingWholeFractions: 5 },
  },
};

describe('whatIsIn', () => {
  it.each(Object.entries({ ...variants, hostile: { ...hostile(HOSTILE.join(' ')), version: '0.1.0' } }))(
    'knows reports of this program: %s',
    async (_, assessment) => {
      expect(await held(htmlReport(assessment, { createdAt }))).toBe('own result');
      expect(await held(htmlReport(assessment, { createdAt, title: '再照射' }))).toBe('own result');
      expect(await held(csvReport(assessment))).toBe('own result');
    },
  );

  it('knows the table of an older version, which has fewer columns', async () => {
    const older = olderTable(60);
    expect(await held(older)).toBe('own result');
    expect(await held(`${older}MY NOTE,reviewed by Dr A,do not give\r\n`)).toBe('changed result');
    expect(await held(`${older}goal,${'seen,'.repeat(58)}by Dr A\r\n`)).toBe('own result');
  });

  it.each<[string, (text: string) => string]>([
    ['a row at its end', (text) => `${text}MY NOTE,reviewed by Dr A,do not give\r\n`],
    ['a row in its midst', (text) => text.replace('\r\ngoal,', '\r\ngoal,my own row\r\ngoal,')],
    ['a line without an end', (text) => `${text}seen`],
    ['a word in a cell', (text) => text.replace('SpinalCord', 'SpinalCord (seen)')],
    ['a cell more in one row', (text) => text.replace(/\r\n$/, ',do not give\r\n')],
    ['another mark', (text) => text.replace(/[0-9a-f]{8}\r\n$/, '00000000\r\n')],
  ])('does not take for its own a table to which was added: %s', async (_, change) => {
    expect(change(table)).not.toBe(table);
    expect(await held(change(table))).toBe('changed result');
  });

  it.each<[string, (text: string) => string]>([
    ['a note in its midst', (text) => text.replace('<main>', '<main><p>Do not give: Dr A.</p>')],
    ['a letter', (text) => text.replace('</h1>', '!</h1>')],
    ['a comment beside its mark', (text) => text.replace('<i hidden', '<!-- seen --><i hidden')],
  ])('does not take for its own a page to which was added: %s', async (_, change) => {
    expect(change(page)).not.toBe(page);
    expect(await held(change(page))).not.toBe('own result');
  });

  it('knows a page of a version without a mark', async () =>
    expect(await held(page.replace(/<!-- crc32 \w+ -->/, ''))).toBe('own result'));

  const json = { quantity: 'physical', rois: [{ number: 1, name: 'A', metrics: { Dmax: 1e-7 } }], findings: [] };
  const written = markedJson(jsonText(json));

  it('has its mark as a last field that a reader of JSON gets beside the rest', async () => {
    expect(JSON.parse(written)).toEqual({ ...json, crc32: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(await held(written)).toBe('own result');
    expect(await held(markedJson(jsonText({ ...json, quantity: '脊\u202e\u200b' })))).toBe('own result');
  });

  it.each<[string, string]>([
    ['a key at its top', written.replace('{\n', '{\n  "reviewedBy": "Dr A",\n')],
    ['a key after the mark', written.replace(/"\n\}\n$/, '",\n  "note": "seen"\n}\n')],
    ['a key deep in it', written.replace('"name": "A"', '"name": "A",\n      "comment": "seen"')],
    ['another number', written.replace('1e-7', '2e-7')],
    ['the layout of another program', JSON.stringify(JSON.parse(written))],
    ['of a version without a mark, a key at its top', JSON.stringify({ ...json, note: 'seen' })],
  ])('does not take for its own JSON that was changed: %s', async (_, text) => {
    expect(text).not.toBe(written);
    expect(await held(text)).toBe('changed result');
  });

  it.each(['assess', 'inspect', 'propose', 'calc'])('knows what %s wrote without a mark', async (command) => {
    expect(await held(JSON.stringify(EARLIER[command]))).toBe('own result');
  });

  it.each<[string, string]>([
    ['a table to which a column was added', table.replace('\r\n', ',my notes\r\n')],
    ['a table that another program wrote again', table.slice(1)],
    ['a table without its version', table.replace('software_version', 'reason')],
    ['a page that goes on', `${page}<p>Seen by me.</p>\n`],
    ['a page that a browser kept', page.replace('<!DOCTYPE html>\n', '<!DOCTYPE html>\n<!-- saved from url -->\n')],
    ['a page that breaks off', page.slice(0, -20)],
    ['words that quote the end of a report', `My notes.\n${page.slice(-200)}`],
    ['a list around a result', '[{"quantity":"physical","rois":[],"findings":[]}]'],
    ['JSON with some keys of a result', '{"patients":[],"doses":[],"findings":[]}'],
    ['JSON that is no object', '"isoeffect"'],
    ['spaces', '   \n'],
  ])('does not take for one: %s', async (_, content) => expect(await held(content)).toBe('other'));

  it('takes a result for a case where it says that it is one', async () => {
    const both = { quantity: 'physical', rois: [], findings: [], isoeffectCase: 1 };
    expect(await held(JSON.stringify(both))).toBe('case file');
  });

  it('takes an empty file for nothing, and a report that holds "DICM" where DICOM has it for DICOM', async () => {
    expect(await held('')).toBe('nothing');
    expect(await held(`${page.slice(0, 128)}DICM${page.slice(132)}`)).toBe('DICOM');
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it('is another, and a pipe that nobody writes to is not waited for', () =>
    inFolder({}, (folder) => {
      const [pipe, inner] = ['pipe', 'folder'].map((name) => path.join(folder, name));
      expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
      mkdirSync(inner);
      expect([pipe, inner, '/dev/null'].map(whatIsIn)).toEqual(['other', 'other', 'other']);
    }));
});
