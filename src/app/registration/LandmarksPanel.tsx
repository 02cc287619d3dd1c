import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationQuality } from '../../registration/quality/registration-quality';
import { type CarriedRole, ofRole } from '../words/of-role';
import { isWhole, type Pair } from './landmark-pairs';
import { Part } from './Part';

interface LandmarksPanelProps {
  readonly pairs: readonly Pair[];
  readonly quality: RegistrationQuality | undefined;
  readonly role?: CarriedRole;
  /** The distances are those of what is tried. */
  readonly isTried: boolean;
  readonly onPairs: (pairs: readonly Pair[]) => void;
  readonly onFit: () => void;
}

/** Pairs of points that are the same place on both CTs: how far a registration is off there, and a fit to them. */
export function LandmarksPanel({ pairs, quality, role = 'prior', isTried, onPairs, onFit }: LandmarksPanelProps) {
  const t = ofRole(useTranslation('registration').t, role);
  const whole = pairs.filter(isWhole);
  const all = quality?.landmarks.all;
  const errorOf = (pair: Pair): string => {
    const found = quality?.landmarks.pairs[whole.indexOf(pair as never)];
    if (!isWhole(pair) || !found) return '';
    return found.errorMm === undefined ? t('landmarks.unknown') : t('landmarks.error', { mm: found.errorMm.toFixed(1) });
  };
  return (
    <Part title={t('landmarks.label')} isTried={isTried && whole.length > 0}>
      <Text size="xs" c="dimmed">
        {t('landmarks.explained')}
      </Text>
      {pairs.map((pair, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pair has no name of its own before it is given one
        <Group key={n} gap={6} wrap="nowrap">
          <Text size="xs" fw={600}>
            {n + 1}
          </Text>
          <TextInput
            size="xs"
            style={{ flex: 1 }}
            aria-label={t('landmarks.name', { number: n + 1 })}
            value={pair.name}
            onChange={({ currentTarget }) =>
              onPairs(pairs.map((old, at) => (at === n ? { ...old, name: currentTarget.value } : old)))
            }
          />
          <Text size="xs" w={92} ta="right">
            {!pair.plannedMm ? t('landmarks.pickPlanned') : !pair.priorMm ? t('landmarks.pickPrior') : errorOf(pair)}
          </Text>
          <ActionIcon
            size="sm"
            variant="subtle"
            aria-label={t('landmarks.remove', { name: pair.name })}
            onClick={() => onPairs(pairs.filter((_, at) => at !== n))}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </Group>
      ))}
      {all && (
        <Text size="xs">
          {t('landmarks.summary', { mean: all.meanMm.toFixed(1), max: all.maxMm.toFixed(1), count: whole.length })}
        </Text>
      )}
      <Group gap={6}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={pairs.some((pair) => !isWhole(pair))}
          onClick={() => onPairs([...pairs, { name: t('landmarks.first', { number: pairs.length + 1 }) }])}
        >
          {t('landmarks.add')}
        </Button>
        <Button size="compact-sm" variant="light" disabled={whole.length < 3} title={t('landmarks.refused')} onClick={onFit}>
          {t('landmarks.fit')}
        </Button>
      </Group>
    </Part>
  );
}
