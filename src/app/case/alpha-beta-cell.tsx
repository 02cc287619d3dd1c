import { ActionIcon, Group, Popover, Text } from '@mantine/core';
import { IconBook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setOrganOverride } from '../../case/edit/edit-anatomy';
import { AlphaBetaChoices } from './alpha-beta-choices';
import { useEditing } from './editing';
import { LateNumber } from './fields';
import type { OrganRow } from './organ-rows';

/** The alpha/beta of a structure: the table's unless the user gives one, with all published values at hand. */
export function AlphaBetaCell({ row, error }: { readonly row: OrganRow; readonly error: string | undefined }) {
  const { t } = useTranslation('case');
  const { change } = useEditing();
  const { name, key, override, tissue, isAsParts, isEvaluated } = row;
  const values = t('organs.valuesOf', { roi: name });
  const fallback = tissue === undefined || isAsParts ? t('organs.asParts') : isEvaluated ? `${tissue.alphaBetaGy} Gy` : '–';
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <LateNumber
        aria-label={t('organs.alphaBetaOf', { roi: name })}
        suffix=" Gy"
        placeholder={fallback}
        hideControls
        min={0.1}
        max={50}
        value={override.alphaBetaGy}
        error={error}
        style={{ flex: 1 }}
        // A new number is not from the source of the old one.
        onCommit={(alphaBetaGy) =>
          change(
            (old) => setOrganOverride(old, key, { alphaBetaGy, alphaBetaSource: undefined }),
            t('what.alphaBeta', { roi: name }),
            `organs.${key}.alphaBetaGy`,
          )
        }
      />
      <Popover width={420} position="right-start" withArrow shadow="md" trapFocus withRoles={false}>
        <Popover.Target>
          <ActionIcon variant="default" size={30} aria-label={values} title={values} aria-haspopup="dialog">
            <IconBook size={16} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={values}>
          <AlphaBetaChoices row={row} />
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

/** Where the number that counts comes from. */
export function AlphaBetaSource({ row: { override, tissue, isAsParts, isEvaluated } }: { readonly row: OrganRow }) {
  const { t } = useTranslation('case');
  if (!isEvaluated) return null;
  if (override.alphaBetaGy !== undefined) {
    return (
      <Text size="xs">
        {t('organs.yourValue')}: {override.alphaBetaSource ?? t('organs.noSource')}
      </Text>
    );
  }
  if (!tissue || isAsParts) return null;
  if (tissue.id === 'other') return <Text size="xs">{t('organs.assumed')}</Text>;
  return (
    <Text size="xs" c="dimmed" lineClamp={2} title={`${tissue.endpoint}. ${tissue.source}`} lang="en">
      {tissue.source}
    </Text>
  );
}
