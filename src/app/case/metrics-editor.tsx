import { Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setMetrics } from '../../case/edit/edit-anatomy';
import { formatMetric, parseMetric } from '../../dvh/metric';
import style from './case.module.css';
import { useEditing } from './editing';
import { particulars } from './fault';
import { RemoveButton } from './remove-button';

/** Metrics that are told of every organ besides those that limits ask for. */
export function MetricsEditor() {
  const { t } = useTranslation('case');
  const { caseFile, change } = useEditing();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const metrics = caseFile.metrics ?? [];
  const set = (next: (old: string[]) => string[]) =>
    change((old) => setMetrics(old, next(old.metrics ?? [])), t('what.metrics'), 'metrics');
  const add = (event: FormEvent) => {
    event.preventDefault();
    try {
      const metric = formatMetric(parseMetric(typed.trim()));
      set((old) => [...old, metric]);
      setTyped('');
      setProblem(undefined);
    } catch (error) {
      setProblem(t('fault.metricBad', particulars(error)));
    }
  };
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('limits.metrics')}>
      <Title order={2} size="h6">
        {t('limits.metrics')}
      </Title>
      <Text size="xs" c="dimmed" mb={6}>
        {t('limits.metricsHint')}
      </Text>
      <Group gap="xs" mb={6}>
        {metrics.length === 0 && <Text size="sm">{t('limits.noMetrics')}</Text>}
        {metrics.map((metric) => (
          <Group key={metric} gap={2} wrap="nowrap">
            <Text size="sm" className={style.file}>
              {metric}
            </Text>
            <RemoveButton what={metric} onClick={() => set((old) => old.filter((other) => other !== metric))} />
          </Group>
        ))}
      </Group>
      <form onSubmit={add}>
        <Group gap="xs" align="flex-start">
          <TextInput
            size="xs"
            w={420}
            aria-label={t('limits.newMetric')}
            placeholder="D1cc"
            value={typed}
            error={problem}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              setProblem(undefined);
            }}
          />
          <Button size="xs" type="submit" variant="default" disabled={typed.trim() === ''}>
            {t('editor.add')}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
