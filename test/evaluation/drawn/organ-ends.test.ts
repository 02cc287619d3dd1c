import { describe, expect, it } from 'vitest';
import { prepareCase } from '../../../src/evaluation/prepared-case';
import { type Cylinder, doseFile, loaded, PRIOR, registrationFile, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -49, toMm: 49 };
/** 40 Gy from -30 to 30 mm, in voxels at multiples of 3 mm. */
const field = (_x: number, _y: number, z: number) => (Math.abs(z) <= 30 ? 40 : 2);

async function told(bodies: readonly Cylinder[], planned = field, more: (of: ReturnType<typeof twoCourses>) => void = () => {}) {
  const made = twoCourses(bodies, () => 20, planned);
  more(made);
  const { findings } = prepareCase(await loaded({ ...made.caseFile, robustness: false }, made.files));
  return findings.filter(({ code }) => code === 'organ-ends-before-field').map(({ severity, facts }) => ({ severity, ...facts }));
}
const cord = (fromMm: number, toMm: number): Cylinder => ({ ...CORD, fromMm, toMm });

describe('contours of a serial organ', () => {
  it('that go through the field are not told, nor such as end at its edge', async () => {
    expect(await told([CORD])).toEqual([]);
    expect(await told([cord(-49, 27)])).toEqual([]);
  });

  it('that end before the field are told with how far', async () => {
    // The last plane at -41 and half a slice: 10 mm before the voxels at -30.
    expect(await told([cord(-55, -41)])).toEqual([
      { severity: 'warning', roi: 'SpinalCord', course: 'second', where: 'before', mm: 10 },
    ]);
  });

  it('that end in the field are told with how far it goes on, at either end', async () => {
    expect(await told([cord(-49, -1)])).toMatchObject([{ where: 'within', mm: 30 }]);
    expect(await told([cord(1, 49)])).toMatchObject([{ where: 'within', mm: 30 }]);
  });

  it('are held against the field of a prior course where it is carried to', async () => {
    const carried = ({ caseFile, files }: ReturnType<typeof twoCourses>) => {
      files['prior/RD.dcm'] = doseFile(field, { frame: PRIOR, planUid: '1.2.3.61' });
      // The prior field comes to lie between -10 and 50 mm.
      files['REG.dcm'] = registrationFile([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 20, 0, 0, 0, 1]);
      caseFile.registrations = ['REG.dcm'];
    };
    expect(await told([cord(-49, 31)], field, carried)).toMatchObject([{ course: 'first', where: 'within', mm: 18 }]);
  });

  it('of the oesophagus may end in the field, and not in the slices of the planned PTV', async () => {
    const oesophagus = (fromMm: number, toMm: number): Cylinder => ({ ...CORD, name: 'Esophagus', y: -20, fromMm, toMm });
    const ptv: Cylinder = { ...CORD, name: 'PTV', y: 0, radiusMm: 8, fromMm: -19, toMm: 19 };
    expect(await told([CORD, ptv, oesophagus(-49, 21)])).toEqual([]);
    expect(await told([CORD, ptv, oesophagus(-49, -1)])).toMatchObject([{ roi: 'Esophagus', where: 'within', mm: 20 }]);
    expect(await told([CORD, ptv, oesophagus(-55, -41)])).toMatchObject([{ roi: 'Esophagus', where: 'before', mm: 10 }]);
  });
});
