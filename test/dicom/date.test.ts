import { describe, expect, it } from 'vitest';
import { dateIn, daysOf } from '../../src/dicom/date';
import { readDicom } from '../../src/dicom/read-dicom';
import { planFile } from '../case/written-case';

describe('dateIn', () => {
  it.each([
    ['20220101', '20220101'],
    ['20220101 ', '20220101'],
    ['2022.01.01', '20220101'],
    ['20240229', '20240229'],
    ['2022', '2022'],
    ['20221332', ''],
    ['20230229', ''],
    ['20220100', ''],
    ['2022.0101', ''],
    ['2022-01-01', ''],
    // 20 May 2012, or 2020-05-12, or May 2005.
    ['200512', ''],
    ['00010101', ''],
    ['1234', ''],
    ['today', ''],
    ['', ''],
  ])('%s: %s', (written, date) => {
    expect(dateIn(written)).toBe(date);
  });
});

describe('daysOf', () => {
  it('a date is one day, a year all of its days', () => {
    expect(daysOf('20220107')).toEqual({ from: '2022-01-07', to: '2022-01-07' });
    expect(daysOf('2022')).toEqual({ from: '2022-01-01', to: '2022-12-31' });
  });
});

describe('readDate', () => {
  const read = (RTPlanDate: string) => {
    const object = readDicom({ path: 'RP.dcm', bytes: planFile(28, '1.2.3.60', { RTPlanDate }) });
    const found = object.findings.filter(({ code }) => code === 'date-unreadable');
    return { date: object.kind === 'plan' ? object.date : null, facts: found.map(({ facts }) => facts) };
  };

  it('says what is written and is no whole date', () => {
    const tag = '(300A,0006) RTPlanDate';
    expect(read('20221332')).toEqual({ date: undefined, facts: [{ tag, written: '20221332' }] });
    expect(read('2022')).toEqual({ date: '2022', facts: [{ tag, written: '2022', year: '2022' }] });
    expect(read('2022.01.01')).toEqual({ date: '20220101', facts: [] });
    expect(read('')).toEqual({ date: undefined, facts: [] });
  });
});
