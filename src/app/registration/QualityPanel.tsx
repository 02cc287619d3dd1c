import { Alert, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RegistrationQuality } from '../../registration/quality/registration-quality';
import { type CarriedRole, ofRole } from '../words/of-role';
import { ProblemText } from '../words/ProblemText';
import type { Problem } from '../words/problem';
import { Part } from './Part';

const figure = (value: number | undefined, digits: number): string => (value === undefined ? '–' : value.toFixed(digits));

/** Figures to look at before a registration is accepted. */
export function QualityPanel({
  quality,
  problem,
  hasMap,
  role = 'prior',
  isTried,
}: {
  readonly quality: RegistrationQuality | undefined;
  /** Why there are no figures. */
  readonly problem?: Problem | undefined;
  readonly hasMap: boolean;
  readonly role?: CarriedRole;
  /** The figures are of what is tried. */
  readonly isTried: boolean;
}) {
  const t = ofRole(useTranslation('registration').t, role);
  if (!hasMap) return null;
  if (problem) {
    return (
      <Part title={t('quality.label')} isTried={isTried}>
        <Alert color="red" py={4} px="xs" role="alert">
          {t('quality.failed')} <ProblemText problem={problem} />
        </Alert>
      </Part>
    );
  }
  if (!quality) {
    return (
      <Part title={t('quality.label')} isTried={isTried}>
        <Text size="sm" c="dimmed" role="status">
          {t('quality.busy')}
        </Text>
      </Part>
    );
  }
  const { organs, fields, affine } = quality;
  const cells = fields.reduce((sum, { foldedCells }) => sum + foldedCells, 0);
  const folded = organs.filter(({ foldedCells }) => foldedCells > 0).map(({ name }) => name);
  const isDeformed = fields.length > 0;
  const motion = affine.motion;
  return (
    <Part title={t('quality.label')} isTried={isTried}>
      {cells > 0 && (
        <Alert color="red" py={4} px="xs" role="alert">
          {folded.length > 0 ? t('quality.foldsIn', { cells, organs: folded.join(', ') }) : t('quality.folds', { cells })}
        </Alert>
      )}
      {motion && (
        <Text size="xs">
          {t('quality.motion', {
            x: motion.shiftMm[0].toFixed(1),
            y: motion.shiftMm[1].toFixed(1),
            z: motion.shiftMm[2].toFixed(1),
            degrees: motion.angleDegrees.toFixed(1),
          })}
        </Text>
      )}
      {organs.length === 0 ? (
        <Text size="xs">{t('quality.none')}</Text>
      ) : (
        <Table fz="xs" verticalSpacing={2} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('quality.organ')}</Table.Th>
              <Table.Th scope="col">{t('quality.dice')}</Table.Th>
              <Table.Th scope="col">{t('quality.distance')}</Table.Th>
              <Table.Th scope="col">{t('quality.hd95')}</Table.Th>
              {isDeformed && <Table.Th scope="col">{t('quality.moved')}</Table.Th>}
              {isDeformed && <Table.Th scope="col">{t('quality.volume')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {organs.map(({ name, overlap, deformation }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500}>
                  <bdi>{name}</bdi>
                </Table.Th>
                <Table.Td>{figure(overlap?.dice, 2)}</Table.Td>
                <Table.Td>{figure(overlap?.meanSurfaceDistanceMm, 1)}</Table.Td>
                <Table.Td>{figure(overlap?.hausdorff95Mm, 1)}</Table.Td>
                {isDeformed && <Table.Td>{figure(deformation?.maxDisplacementMm.value, 1)}</Table.Td>}
                {isDeformed && (
                  <Table.Td>
                    {figure(deformation?.minDeterminant.value, 2)}–{figure(deformation?.maxDeterminant.value, 2)}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="xs" c="dimmed">
        {t('quality.explained')}
      </Text>
    </Part>
  );
}
