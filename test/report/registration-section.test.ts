import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/evaluation/assessment';
import { registrationSection } from '../../src/report/registration-section';
import { fixture } from './fixture';
import { textsOf } from './read-back';

const page = (assessment: Assessment) => registrationSection(assessment)?.text ?? '';
const text = (assessment: Assessment) => textsOf(page(assessment), 'section').join(' ');

describe('the registrations of a report', () => {
  it('say what carries each course, who accepted it, and how well it fits', () => {
    const said = text(fixture);
    expect(said).toContain('dCRT 2022: rigid');
    expect(said).toContain('from points of the anatomy to points of the course, turned 3.2°');
    expect(said).toContain('reg/REG.dcm: accepted by a physicist, 2023-05-20');
    expect(said).toContain('1 landmark pair: mean 2.3 mm, largest 2.3 mm off');
    expect(textsOf(page(fixture), 'td')).toEqual(['0.91', '0.6', '1.7', '0.5']);
    expect(said).toContain('were not moved to see what hangs on their place');
  });

  it('say folds, displacement and volume of a deformation, and the margin that the courses were moved by', () => {
    const [registration] = fixture.registrations;
    const quality = registration.quality!;
    const deformed: Assessment = {
      ...fixture,
      settings: { ...fixture.settings, robustness: { marginMm: 5, shifts: 26, rotationDegrees: 2 } },
      registrations: [
        {
          ...registration,
          type: 'deformable',
          quality: {
            ...quality,
            fields: [{ cells: 1000, unknownCells: 0, foldedCells: 3, minDeterminant: -0.2 }],
            organs: [
              {
                ...quality.organs[0],
                deformation: {
                  minDeterminant: { value: 0.81, atMm: [0, 0, 0] },
                  maxDeterminant: { value: 1.27, atMm: [0, 0, 0] },
                  foldedShare: 0,
                  meanDisplacementMm: 2,
                  maxDisplacementMm: { value: 6.44, atMm: [0, 0, 0] },
                },
              },
            ],
          },
        },
      ],
    };
    expect(text(deformed)).toContain('it folds in 3 cells of its grid');
    expect(textsOf(page(deformed), 'td').slice(-2)).toEqual(['6.4', '0.81 to 1.27']);
    expect(text(deformed)).toContain('moved by 5 mm along each axis and corner (26 ways)');
  });

  it('are left out where the case has no prior course', () => {
    expect(registrationSection({ ...fixture, registrations: [] })).toBeUndefined();
  });
});
