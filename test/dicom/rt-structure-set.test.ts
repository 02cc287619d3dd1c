import { describe, expect, test } from 'vitest';
import { type Fields, read, refusal } from './objects';
import { contour, FRAME, rtStruct, SQUARE } from './samples';

/** The sample with these contours for ROI 4. */
const withContours = (contours: readonly Fields[] | undefined, more: readonly Fields[] = []) =>
  rtStruct({ ROIContourSequence: [{ ContourSequence: contours, ReferencedROINumber: 4 }, ...more] });
const codesOf = (fields: Fields) => read('structures', fields).findings.map(({ code }) => code);

describe('a structure set', () => {
  test('is read whole', () => {
    expect(read('structures', rtStruct())).toMatchObject({
      label: 'contours',
      date: '20240201',
      approvalStatus: 'APPROVED',
      findings: [],
      referencedFrames: [
        { uid: FRAME, imageSeries: [{ seriesInstanceUid: '1.2.3.70', imageSopInstanceUids: ['1.2.3.71', '1.2.3.72'] }] },
      ],
      rois: [
        {
          number: 4,
          name: 'Esophagus',
          frameOfReferenceUid: FRAME,
          interpretedType: 'ORGAN',
          generationAlgorithm: 'MANUAL',
          colour: [255, 128, 0],
          contours: [{ geometricType: 'CLOSED_PLANAR', pointsMm: Float64Array.from(SQUARE), imageSopInstanceUid: '1.2.3.71' }],
        },
        {
          number: 9,
          name: 'Iso',
          interpretedType: 'ISOCENTER',
          contours: [{ geometricType: 'POINT', pointsMm: Float64Array.of(1.5, -2.5, 7) }],
        },
      ],
    });
  });

  test('items without a number are told with how many and left out; the others are read', () => {
    const { StructureSetROISequence: rois, ROIContourSequence: contours } = rtStruct() as Record<string, Fields[]>;
    const set = read(
      'structures',
      rtStruct({
        StructureSetROISequence: [...rois, { ROIName: 'SpinalCord' }, { ROINumber: '', ROIName: 'Lungs' }],
        ROIContourSequence: [...contours, { ContourSequence: [contour(SQUARE)] }],
        RTROIObservationsSequence: [{ RTROIInterpretedType: 'ORGAN' }],
      }),
    );
    expect(set.rois.map(({ number, name }) => [number, name])).toEqual([
      [4, 'Esophagus'],
      [9, 'Iso'],
    ]);
    expect(set.unnumberedRois).toEqual(['SpinalCord', 'Lungs']);
    expect(set.findings).toMatchObject([
      {
        code: 'items-without-number',
        severity: 'error',
        facts: { rois: ['SpinalCord', 'Lungs'], contours: 1, observations: 1 },
      },
    ]);
  });

  test('open, untyped and interpolated contours are told with how many, ROI by ROI', () => {
    const typed = (ContourGeometricType: string | undefined) => contour(SQUARE, { ContourGeometricType });
    const fields = withContours([typed('OPEN_PLANAR'), typed('OPEN_NONPLANAR'), typed(undefined), typed('CLOSED_PLANAR')]);
    const { StructureSetROISequence: rois } = rtStruct() as Record<string, Fields[]>;
    const described = rois.map((roi) => ({ ...roi, ROIGenerationDescription: 'Interpolated between slices' }));
    const told = read('structures', { ...fields, StructureSetROISequence: described }).findings;
    const of = (contours: number) => ({ of: [{ roi: 'Esophagus', roiNumber: 4, contours }] });
    expect(told.map(({ code, facts }) => [code, facts])).toEqual([
      ['contours-open', of(2)],
      ['contours-untyped', of(1)],
      ['contours-interpolated', of(4)],
    ]);
  });

  test('contours and observations follow the ROI number, not the order', () => {
    const { ROIContourSequence, RTROIObservationsSequence } = rtStruct();
    const reversed = rtStruct({
      ROIContourSequence: [...(ROIContourSequence as Fields[])].reverse(),
      RTROIObservationsSequence: [...(RTROIObservationsSequence as Fields[])].reverse(),
    });
    expect(read('structures', reversed).rois).toEqual(read('structures', rtStruct()).rois);
  });

  test('two ROIs of one name are both read, and told', () => {
    const rois = [1, 2].map((ROINumber) => ({ ROINumber, ROIName: 'Cord' }));
    const structures = read('structures', rtStruct({ StructureSetROISequence: rois, ROIContourSequence: [] }));
    expect(structures.rois.map(({ name }) => name)).toEqual(['Cord', 'Cord']);
    expect(structures.findings).toMatchObject([{ code: 'duplicate-roi-name', roi: 'Cord' }]);
  });
});

describe('contours', () => {
  test('an ROI without any', () => {
    for (const fields of [withContours(undefined), withContours([]), rtStruct({ ROIContourSequence: [] })]) {
      expect(read('structures', fields).rois[0].contours).toEqual([]);
    }
  });

  test.each(['OPEN_PLANAR', 'OPEN_NONPLANAR', 'CLOSEDPLANAR_XOR', 'POINT'])('%s is told by its type', (type) => {
    const { rois } = read('structures', withContours([contour(SQUARE, { ContourGeometricType: type })]));
    expect(rois[0].contours.map(({ geometricType }) => geometricType)).toEqual([type]);
  });

  test('of two items for one ROI are all kept', () => {
    const second = { ContourSequence: [contour([1, 2, 3])], ReferencedROINumber: 4 };
    const { rois } = read('structures', withContours([contour(SQUARE)], [second]));
    expect(rois[0].contours.map(({ pointsMm }) => pointsMm.length)).toEqual([12, 3]);
  });

  test('decimals in every form, exactly', () => {
    const texts = ['-0', '+1.50', ' 2.25 ', '.5', '3.', '-1.25e-3', '1E+2', '1234.56789123456', '0.1234567890123456', '-7.3'];
    const more = ['1e-12', '-98.765432109876'];
    const data = [...texts, ...more];
    const { rois } = read('structures', withContours([contour([], { ContourData: data.join('\\') })]));
    expect(Array.from(rois[0].contours[0].pointsMm)).toEqual(data.map(Number));
  });

  test('without points are left out and counted', () => {
    const structures = read('structures', withContours([contour([]), contour(SQUARE), contour([])]));
    expect(structures.rois[0].contours).toHaveLength(1);
    expect(structures.findings).toMatchObject([
      { code: 'contour-without-points', message: expect.stringContaining('2 contours') },
    ]);
  });

  test('that miscount their points are told', () => {
    expect(codesOf(withContours([contour(SQUARE, { NumberOfContourPoints: 5 })]))).toEqual(['contour-point-count']);
  });

  test('of an ROI that is not named are told', () => {
    const stray = { ContourSequence: [contour(SQUARE)], ReferencedROINumber: 77 };
    const structures = read('structures', withContours([], [stray]));
    expect(structures.findings).toMatchObject([{ code: 'contours-without-roi', message: expect.stringContaining('77') }]);
  });
});

describe('a damaged contour', () => {
  const NEXT = [0, 0, 8, 10, 0, 8, 10, 10, 8];
  /** Three contours of ROI 4, the second with these data; ROI 9 as it is. */
  const damaged = (data: string | number[], more: Fields = {}) =>
    rtStruct({
      ROIContourSequence: [
        {
          ContourSequence: [contour(SQUARE), contour([], { ContourData: data, ...more }), contour(NEXT)],
          ReferencedROINumber: 4,
        },
        { ContourSequence: [contour(SQUARE)], ReferencedROINumber: 9 },
      ],
    });

  test.each([
    ['eleven numbers', '1\\2\\3\\4\\5\\6\\7\\8\\9\\10\\11', '11 numbers'],
    ['a word', '1\\two\\3', '"two" as value 2'],
    ['NaN', '1\\2\\NaN', '"NaN" as value 3'],
    ['Infinity', 'Infinity\\2\\3', '"Infinity" as value 1'],
    ['an overflow', '1e999\\2\\3', '"1e999" as value 1'],
    ['a hole in the list', '1\\\\3', '"" as value 2'],
    ['a backslash at the end', '1\\2\\3\\', '"" as value 4'],
    ['a decimal comma', '1,5\\2\\3', '"1,5" as value 1'],
    ['a place that is nowhere', '0\\0\\4\\1e30\\0\\4\\9\\9\\4', 'more than 1 km as value 4'],
    ['a plane that is nowhere', '0\\0\\-10001\\9\\0\\-10001\\9\\9\\-10001', '-10001 mm as value 3'],
    ['a point 3 m away', '0\\0\\4\\9\\0\\4\\9\\3001\\4', 'points 3001 mm apart along one axis'],
  ])('%s: is left out and named, and asks; all others are as they are', (_, data, found) => {
    for (const syntax of ['explicit', 'implicit', 'bigEndian', 'deflated'] as const) {
      const { rois, findings } = read('structures', damaged(data), { syntax });
      expect(rois[0].contours.map(({ pointsMm }) => Array.from(pointsMm))).toEqual([SQUARE, NEXT]);
      expect(rois[1].contours).toHaveLength(1);
      expect(findings).toEqual([
        expect.objectContaining({
          code: 'contour-damaged',
          severity: 'error',
          answerable: true,
          roi: 'Esophagus',
          facts: { roi: '4 Esophagus', contours: 1, first: 2, found },
        }),
      ]);
    }
  });

  test('of an ROI that shares its name is told with its number', () => {
    const rois = [4, 9].map((ROINumber) => ({ ROINumber, ROIName: 'Cord', ReferencedFrameOfReferenceUID: FRAME }));
    const { findings } = read('structures', { ...damaged('NaN'), StructureSetROISequence: rois });
    expect(findings.map(({ code, roi }) => [code, roi])).toEqual([
      ['contour-damaged', 'Cord#4'],
      ['duplicate-roi-name', 'Cord'],
    ]);
  });

  test('is quoted short and on one line', () => {
    const { findings } = read('structures', damaged(`\x01\n${'x'.repeat(500)}\\2\\3`));
    expect(findings[0].message.length).toBeLessThan(300);
    expect(findings[0].message.replaceAll('…', '')).toMatch(/^[\x20-\x7e]+$/);
  });

  test('is none where only its number of points or a colour cannot be read', () => {
    const miscounted = read('structures', damaged(NEXT, { NumberOfContourPoints: 'three' }));
    expect(miscounted.rois[0].contours).toHaveLength(3);
    expect(miscounted.findings.map(({ code }) => code)).toEqual(['contour-point-count']);
    const colour = { ROIDisplayColor: 'red', ContourSequence: [contour(SQUARE)], ReferencedROINumber: 4 };
    const { rois, findings } = read('structures', rtStruct({ ROIContourSequence: [colour] }));
    expect([rois[0].colour, rois[0].contours.length, findings]).toEqual([undefined, 1, []]);
  });
});

describe('the frame of reference', () => {
  const nameless = (more: Fields) =>
    rtStruct({ StructureSetROISequence: [{ ROINumber: 4, ROIName: 'Esophagus' }], ROIContourSequence: [drawn], ...more });
  const drawn = { ContourSequence: [contour(SQUARE)], ReferencedROINumber: 4 };
  const referencing = (...uids: string[]) => ({
    ReferencedFrameOfReferenceSequence: uids.map((FrameOfReferenceUID) => ({ FrameOfReferenceUID })),
  });

  test('of an ROI that names none is the one that the set references, or the set is in', () => {
    expect(read('structures', nameless({})).rois[0].frameOfReferenceUid).toBe(FRAME);
    const own = read('structures', nameless({ ...referencing(), FrameOfReferenceUID: '1.2.9' }));
    expect(own.rois[0].frameOfReferenceUid).toBe('1.2.9');
  });

  test.each([
    ['nowhere', referencing()],
    ['twice', referencing('1.2.8', '1.2.9')],
  ])('that stands %s is told as missing', (_, references) => {
    const { rois, findings } = read('structures', nameless(references));
    expect(rois[0].frameOfReferenceUid).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'structures-without-frame', severity: 'error' }]);
  });
});

describe('is refused', () => {
  test.each<[string, Fields, string, string]>([
    [
      'one ROI number twice',
      rtStruct({ StructureSetROISequence: [1, 1].map((ROINumber) => ({ ROINumber, ROIName: 'Cord' })) }),
      '(3006,0022) ROINumber of ROI Cord',
      'found 1 a second time',
    ],
    [
      'half an ROI number',
      rtStruct({ StructureSetROISequence: [{ ROINumber: '1.5', ROIName: 'Cord' }] }),
      '(3006,0022) ROINumber',
      'found 1.5; needed a whole number',
    ],
    ['no ROIs', rtStruct({ StructureSetROISequence: undefined }), '(3006,0020) StructureSetROISequence', 'found nothing'],
    ['no contours at all', rtStruct({ ROIContourSequence: undefined }), '(3006,0039) ROIContourSequence', 'found nothing'],
  ])('%s', (_, fields, where, text) => {
    const error = refusal(fields);
    expect(error).toMatchObject({ file: 'course/object.dcm', where });
    expect(error.message).toContain(text);
  });

  test('missing observations are told', () => {
    expect(codesOf(rtStruct({ RTROIObservationsSequence: undefined }))).toEqual(['roi-observations-missing']);
  });
});
