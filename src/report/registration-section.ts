import type { Assessment } from '../evaluation/assessment';
import type { RegistrationResult } from '../evaluation/registration-result';
import { isSearched } from '../figures/placed-words';
import { acceptanceWords } from '../figures/registration-words';
import { counted } from '../figures/wording';
import type { OrganQuality, RegistrationQuality } from '../registration/quality/registration-quality';
import { html, type Markup } from './markup';

/** How each prior course was brought to the planned anatomy, who accepted that, and the figures that speak for it. */
export function registrationSection({ registrations, settings }: Assessment): Markup | undefined {
  if (registrations.length === 0) return undefined;
  const { robustness } = settings;
  return html`<section><h2>Registration</h2>
${registrations.map(courseParts)}
<p class="small">${robustness ? movedSentence(robustness) : 'The prior courses were not moved to see what hangs on their place: no margin is given.'}</p></section>`;
}

function movedSentence(robustness: NonNullable<Assessment['settings']['robustness']>): string {
  const { marginMm, shifts, rotationDegrees, groups = [] } = robustness;
  const turned =
    rotationDegrees > 0 ? `, and turned by ${rotationDegrees}° about each axis through the organ’s and the target’s middle` : '';
  const what = groups.some(({ role }) => role === 'planned') ? 'course' : 'prior course';
  const apart = isSearched(robustness)
    ? ` Those on one frame of reference move as one: ${groups.map(({ courses }) => courses.map((name) => `"${name}"`).join(' with ')).join(', ')}. They were moved together and each by itself; the worst of several is looked for step by step and is not proven to be the worst of all combinations.`
    : '';
  return `Each ${what} that is carried over was moved by ${marginMm} mm along each axis and corner (${shifts} ways), within that where a search finds it worse${turned}; the figures "if moved" are the least and the most of that.${apart}`;
}

function courseParts(registration: RegistrationResult): Markup {
  const { course, type, direction, quality } = registration;
  const turned = registration.turnedDegrees === undefined ? '' : `, turned ${registration.turnedDegrees.toFixed(1)}°`;
  return html`<h3><bdi>${course}</bdi>: ${TYPES[type]}</h3>
<p>${direction}${turned}. Accepted: ${acceptanceWords(registration)}.</p>
${quality && qualityParts(quality)}`;
}

const TYPES: Readonly<Record<RegistrationResult['type'], string>> = {
  'not needed': 'no dose grid, nothing to carry over',
  'same frame': 'same frame of reference',
  'in question': 'same frame of reference, and a registration within it that is not answered for',
  rigid: 'rigid',
  affine: 'affine (it scales or shears)',
  deformable: 'deformable',
  none: 'not carried over',
};

function qualityParts({ organs, landmarks, fields, affine }: RegistrationQuality): Markup {
  const folded = fields.reduce((sum, { foldedCells }) => sum + foldedCells, 0);
  const said = [
    affine.motion &&
      `moved ${affine.motion.distanceMm.toFixed(1)} mm at the middle of the structures, turned ${affine.motion.angleDegrees.toFixed(1)}°`,
    fields.length > 0 && (folded > 0 ? `it folds in ${counted(folded, 'cell')} of its grid` : 'it folds nowhere'),
    landmarks.all &&
      `${counted(landmarks.pairs.length, 'landmark pair')}: mean ${landmarks.all.meanMm.toFixed(1)} mm, largest ${landmarks.all.maxMm.toFixed(1)} mm off`,
  ].filter(Boolean);
  const isDeformed = fields.length > 0;
  const table =
    organs.length > 0
      ? html`<div class="wide"><table class="doses"><thead><tr><th>Contoured on both</th><th class="n">Dice</th><th class="n">Mean distance, mm</th><th class="n">95 % within, mm</th><th class="n">Centroids apart, mm</th>${
          isDeformed ? html`<th class="n">Displaced at most, mm</th><th class="n">Volume × (least to most)</th>` : undefined
        }</tr></thead><tbody>${organs.map((organ) => organRow(organ, isDeformed))}</tbody></table></div>`
      : html`<p class="small">No organ has contours on both anatomies, so nothing but the pictures and landmarks speaks for it.</p>`;
  return html`<p class="small">${said.join(' · ')}</p>${table}`;
}

const figure = (value: number | undefined, digits: number): string => (value === undefined ? '–' : value.toFixed(digits));

function organRow({ name, overlap, deformation }: OrganQuality, isDeformed: boolean): Markup {
  const cells = [
    figure(overlap?.dice, 2),
    figure(overlap?.meanSurfaceDistanceMm, 1),
    figure(overlap?.hausdorff95Mm, 1),
    figure(overlap?.centroidDistanceMm, 1),
    ...(isDeformed
      ? [
          figure(deformation?.maxDisplacementMm.value, 1),
          `${figure(deformation?.minDeterminant.value, 2)} to ${figure(deformation?.maxDeterminant.value, 2)}`,
        ]
      : []),
  ];
  return html`<tr><th scope="row"><bdi>${name}</bdi></th>${cells.map((cell) => html`<td class="n">${cell}</td>`)}</tr>`;
}
