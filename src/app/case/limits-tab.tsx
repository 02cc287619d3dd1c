import { Badge, Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { constraintsOf, setConstraints, toggleConstraintSet } from '../../case/edit/edit-anatomy';
import { CONSTRAINT_SET_NAMES, type ConstraintSet, loadConstraintSet } from '../../constraints/constraint-set';
import { useEditing } from './editing';
import { MetricsEditor } from './metrics-editor';
import { RemoveButton } from './remove-button';
import { SetViewer } from './set-viewer';

/** Which sets of limits the case is held against, and which metrics are told besides. */
export function LimitsTab() {
  const { t } = useTranslation('case');
  const { caseFile, change } = useEditing();
  const [viewed, setViewed] = useState<ConstraintSet>();
  const entries = constraintsOf(caseFile);
  const own = entries.filter((entry) => typeof entry !== 'string' || !(CONSTRAINT_SET_NAMES as string[]).includes(entry));
  return (
    <Stack gap="sm">
      <Paper withBorder p="sm" component="section" aria-label={t('limits.title')}>
        <Title order={2} size="h6">
          {t('limits.title')}
        </Title>
        <Text size="xs" c="dimmed" mb="xs">
          {t('limits.hint')}
        </Text>
        <Stack gap="sm">
          {CONSTRAINT_SET_NAMES.map((name) => {
            const set = loadConstraintSet(name);
            const isOn = entries.includes(name);
            return (
              <Group key={name} wrap="nowrap" align="flex-start" justify="space-between" gap="md">
                <Checkbox
                  label={
                    <>
                      {set.title}{' '}
                      <Badge size="sm" variant="default" style={{ textTransform: 'none' }}>
                        {t('limits.goals', { count: set.constraints.length })}
                      </Badge>
                    </>
                  }
                  description={<span lang="en">{set.description}</span>}
                  checked={isOn}
                  // The last one stays: a case without limits would be held against the default set anyway.
                  onChange={({ currentTarget }) =>
                    (currentTarget.checked || entries.length > 1) &&
                    change((old) => toggleConstraintSet(old, name, currentTarget.checked), t('what.constraints'), 'constraints')
                  }
                />
                <Button
                  size="compact-sm"
                  variant="default"
                  style={{ flex: 'none' }}
                  aria-label={`${t('limits.show')}: ${set.title}`}
                  onClick={() => setViewed(set)}
                >
                  {t('limits.show')}
                </Button>
              </Group>
            );
          })}
          {own.map((entry) => {
            const name = typeof entry === 'string' ? entry : `${entry.organ}: ${entry.goal}`;
            return (
              <Group key={name} gap="xs">
                <Text size="sm">
                  {typeof entry === 'string' ? t('limits.ownTable') : t('limits.ownGoal')}: <b>{name}</b>
                </Text>
                <RemoveButton
                  what={name}
                  onClick={() =>
                    change(
                      (old) =>
                        setConstraints(
                          old,
                          constraintsOf(old).filter((other) => other !== entry),
                        ),
                      t('what.constraints'),
                      'constraints',
                    )
                  }
                />
              </Group>
            );
          })}
        </Stack>
        {entries.length === 1 && (
          <Text size="xs" c="dimmed" mt="xs">
            {t('limits.atLeastOne')}
          </Text>
        )}
      </Paper>
      <MetricsEditor />
      <SetViewer set={viewed} onClose={() => setViewed(undefined)} />
    </Stack>
  );
}
