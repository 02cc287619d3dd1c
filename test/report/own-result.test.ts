import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvReport } from '../../src/report/csv-report';
import { htmlReport } from '../../src/report/html-report';
import { type Held, whatIsIn } from '../../src/report/own-result';
import { inFolder } from '../cli/run';
import { fixture } from './fixture';
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
    const [head, ...rows] = table.split('\r\n');
    const columns = head.split(',');
    expect(await held([columns.slice(0, 60).join(','), ...rows].join('\r\n'))).toBe('own result');
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
