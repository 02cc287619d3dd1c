import { describe, expect, it } from 'vitest';
import { ctSeriesOf } from '../../src/study/ct-series';
import { frameStudyFindings } from '../../src/study/frame-studies';
import { dose } from './objects';

const object = (studyInstanceUid: string, studyDate: string | undefined, frameOfReferenceUid = '1.9') => ({
  ...dose({ file: `${studyInstanceUid}/RD.dcm`, studyInstanceUid, frameOfReferenceUid }),
  ...(studyDate !== undefined && { studyDate }),
});
const scan = (study: string, date: string, from: number, count = 4) =>
  ctSeriesOf(
    Array.from({ length: count }, (_, n) => ({
      ...object(study, date),
      kind: 'ct' as const,
      file: `${study}/${n}.dcm`,
      seriesInstanceUid: `${study}.1`,
      imagePositionMm: [0, 0, from + 3 * n],
    })) as never,
  ).series;

describe('frameStudyFindings', () => {
  it('tells of two scans of one frame that are of different days, or lie differently', () => {
    const days = frameStudyFindings([], [...scan('1.1', '20220101', 0), ...scan('1.2', '20230101', 0)]);
    expect(days).toMatchObject([
      {
        code: 'frame-in-several-studies',
        severity: 'warning',
        facts: {
          frame: '1.9',
          studies: [
            { date: '20220101', files: ['1.1/0.dcm', '1.1/1.dcm', '1.1/2.dcm'], more: 1 },
            { date: '20230101', more: 1 },
          ],
        },
      },
    ]);
    const places = [...scan('1.1', '20220101', 0), ...scan('1.2', '20220101', 40)];
    expect(frameStudyFindings([], places)).toHaveLength(1);
    expect(frameStudyFindings([], [...scan('1.1', '20220101', 0), ...scan('1.2', '20220101', 0, 5)])).toHaveLength(1);
  });

  it('tells of doses and structures of different days on one frame', () => {
    expect(frameStudyFindings([object('1.1', '20220101'), object('1.2', '20230101')])).toHaveLength(1);
    expect(frameStudyFindings([object('1.2', '20230101')], scan('1.1', '20220101', 0))).toHaveLength(1);
  });

  it.each([
    ['the same scan sent in two studies', [], [...scan('1.1', '20220101', 0), ...scan('1.2', '20220101', 0)]],
    ['a plan in a study of its own, of the same day', [object('1.2', '20220101')], scan('1.1', '20220101', 0)],
    ['a study without a date', [object('1.1', '20220101'), object('1.2', undefined)], []],
    ['two frames', [object('1.1', '20220101'), object('1.2', '20230101', '1.10')], []],
    ['one study', [object('1.1', '20220101'), object('1.1', '20220101')], []],
  ])('says nothing of %s', (_, objects, series) => {
    expect(frameStudyFindings(objects, series)).toEqual([]);
  });
});
