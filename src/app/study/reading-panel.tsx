import { Button, Group, Paper, Progress, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReadProgress } from '../engine/engine-api';
import style from './study.module.css';

export interface ReadingPanelProps {
  /** Undefined while nothing has been read yet. */
  readonly progress: ReadProgress | undefined;
  readonly onCancel: () => void;
}

/** How far the reading of files is. A screen reader is told at every tenth, not at every file. */
export function ReadingPanel({ progress, onCancel }: ReadingPanelProps) {
  const { t } = useTranslation('study');
  const percent = progress && progress.total > 0 ? Math.floor((100 * progress.done) / progress.total) : 0;
  const counts = [
    { name: t('reading.understood'), count: progress?.understood ?? 0 },
    { name: t('reading.unreadable'), count: progress?.unreadable ?? 0 },
    { name: t('reading.foreign'), count: progress?.foreign ?? 0 },
  ];
  return (
    <div className={style.page}>
      <Paper withBorder p="lg" maw={720} mx="auto" mt="xl">
        <Stack gap="sm">
          <Group justify="space-between">
            <Title order={1} size="h3">
              {t('reading.title')}
            </Title>
            <Button variant="default" onClick={onCancel}>
              {t('reading.cancel')}
            </Button>
          </Group>
          <Progress.Root size="xl">
            <Progress.Section value={percent} animated={progress === undefined} aria-label={t('reading.title')} />
          </Progress.Root>
          <Group justify="space-between" wrap="nowrap" gap="md">
            <Text size="sm" className={style.file} truncate="start" title={progress?.file}>
              {progress ? <bdi dir="ltr">{progress.file}</bdi> : t('reading.finding')}
            </Text>
            {progress && (
              <Text size="sm" style={{ flex: 'none' }}>
                {t('reading.of', { done: progress.done, total: progress.total })}
              </Text>
            )}
          </Group>
          <dl className={style.facts}>
            {counts.map(({ name, count }) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
          <VisuallyHidden aria-live="polite" role="status">
            {progress ? t('reading.percent', { percent: percent - (percent % 10) }) : t('reading.finding')}
          </VisuallyHidden>
        </Stack>
      </Paper>
    </div>
  );
}
