import { stringify } from 'csv-stringify/browser/esm/sync';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/report/csv-cell';

describe('csvCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    // A spreadsheet may take off blanks and quotes before it looks.
    [' =1', "' =1"],
    ['\u00a0\u3000=1', "'\u00a0\u3000=1"],
    ['"=1', '\'"=1'],
    ["'=1", "''=1"],
    ['\u201c=1', "'\u201c=1"],
    // The signs of full width count as well.
    ['\uff1d1', "'\uff1d1"],
    ['\uff20SUM', "'\uff20SUM"],
    // Where the comma is the decimal sign a semicolon parts cells.
    ['PTV;=1', "PTV;'=1"],
    ['PTV; "@x;+1', "PTV;' \"@x;'+1"],
  ])('is no formula: %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it.each([
    ['\t=1', '\\t=1'],
    ['\r\n=1', '\\r\\n=1'],
    ['\ufeff=1', '\\ufeff=1'],
    ['two\nlines', 'two\\nlines'],
  ])('begins with what can be seen: %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it.each(['SpinalCord', 'D0.03cc <= 50 Gy', '1 - 2', 'a = b', 'first: 0.25; second: 0', '脊髓', ''])('leaves %j', (text) => {
    expect(csvCell(text)).toBe(text);
  });

  it('fits into a cell, and says what is left out', () => {
    const cell = csvCell('x'.repeat(1_000_000));
    expect(cell.length).toBeLessThanOrEqual(32_000);
    expect(cell).toMatch(/x… \(968\d\d\d characters left out\) …x/);
  });

  it('is asked of texts alone: a number below 0 stays one', () => {
    expect(stringify([[-1.5, '-1.5']], { cast: { string: csvCell } })).toBe("-1.5,'-1.5\n");
  });
});
