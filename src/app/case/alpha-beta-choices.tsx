import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { setOrganOverride } from '../../case/edit/edit-anatomy';
import { useEditing } from './editing';
import { LateNumber, LateText } from './fields';
import type { OrganRow } from './organ-rows';

/** The table's value and the other published ones, each with its source, and fields for what is rarely set. */
export function AlphaBetaChoices({ row }: { readonly row: OrganRow }) {
  const { t } = useTranslation('case');
  const { change } = useEditing();
  const { name, key, override, tissue } = row;
  const set = (patch: Parameters<typeof setOrganOverride>[2], what: string, field: string) =>
    change((old) => setOrganOverride(old, key, patch), what, `organs.${key}.${field}`);
  const setValue = (alphaBetaGy: number | undefined, alphaBetaSource: string | undefined) =>
    set({ alphaBetaGy, alphaBetaSource }, t('what.alphaBeta', { roi: name }), 'alphaBetaGy');
  const rest = Object.entries({ lqL: override.lqL, repopulation: override.repopulation }).filter(([, value]) => value);
  return (
    <Stack gap="xs" mah={400} style={{ overflowY: 'auto' }}>
      {tissue && (
        <Cited title={t('organs.table')} value={tissue}>
          {override.alphaBetaGy !== undefined && (
            <Button size="compact-xs" variant="default" onClick={() => setValue(undefined, undefined)}>
              {t('organs.useTable')}
            </Button>
          )}
        </Cited>
      )}
      {tissue && tissue.alternatives.length > 0 && (
        <>
          <Text size="xs" fw={600}>
            {t('organs.alternatives')}
          </Text>
          {tissue.alternatives.map((value) => (
            <Cited key={`${value.alphaBetaGy} ${value.endpoint} ${value.source}`} value={value}>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => setValue(value.alphaBetaGy, `${value.endpoint}. ${value.source}`)}
              >
                {t('organs.use', { value: value.alphaBetaGy })}
              </Button>
            </Cited>
          ))}
        </>
      )}
      {override.alphaBetaGy !== undefined && (
        <LateText
          label={t('organs.ownSource')}
          description={t('organs.ownSourceHint')}
          value={override.alphaBetaSource ?? ''}
          onCommit={(source) =>
            set({ alphaBetaSource: source.trim() || undefined }, t('what.alphaBeta', { roi: name }), 'alphaBetaSource')
          }
        />
      )}
      <LateNumber
        label={t('organs.repair')}
        description={t('organs.repairHint')}
        placeholder={tissue?.repair ? `${tissue.repair.halfTimeHours} h` : ''}
        suffix=" h"
        min={0.05}
        max={48}
        value={override.repairHalfTimeHours}
        onCommit={(repairHalfTimeHours) => set({ repairHalfTimeHours }, t('what.override', { roi: name }), 'repairHalfTimeHours')}
      />
      {rest.length > 0 && (
        <Text size="xs">
          {t('organs.more', { what: rest.map(([field, value]) => `${field} ${JSON.stringify(value)}`).join(', ') })}
        </Text>
      )}
    </Stack>
  );
}

interface CitedProps {
  readonly title?: string;
  readonly value: NonNullable<OrganRow['tissue']> | NonNullable<OrganRow['tissue']>['alternatives'][number];
  readonly children: ReactNode;
}

function Cited({ title, value, children }: CitedProps) {
  const { t } = useTranslation('case');
  const { alphaBetaGy, rangeGy, endpoint, source, evidence } = value;
  const range = rangeGy && t('organs.range', { from: rangeGy[0], to: rangeGy[1] });
  return (
    <div>
      <Text size="sm" fw={600}>
        {title && `${title}: `}
        {alphaBetaGy} Gy
        {range && (
          <Text span size="xs" fw={400}>
            {' '}
            ({range})
          </Text>
        )}
      </Text>
      <Text size="xs" lang="en">
        {endpoint}. {source}
      </Text>
      <Text size="xs">{t(`organs.evidence.${evidence}`)}</Text>
      {children}
    </div>
  );
}
