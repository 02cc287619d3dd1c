import { Alert, Button, Checkbox, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import style from './case.module.css';
import { DerivedEditor } from './derived-editor';
import { useEditing } from './editing';
import { OrganRowEditor } from './organ-row-editor';
import { isNameGuessed, nameConfirmed, type OrganRow, organRows } from './organ-rows';
import { useOrganData } from './use-organ-label';

/** Which structure is which organ, with which tissue values. */
export function OrgansTab() {
  const { t } = useTranslation('case');
  const { caseFile, inspection, change } = useEditing();
  const [search, setSearch] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const dataFor = useOrganData();
  const rows = organRows(caseFile, inspection);
  const names = rows.filter(isNameGuessed);
  const wanted = search.trim().toLowerCase();
  const shown = rows.filter(
    (row) => (!onlyOpen || isOpen(row)) && [row.name, row.organ ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <Stack gap="sm">
      <Paper withBorder p="sm" component="section" aria-label={t('organs.title')}>
        <Group justify="space-between" mb={6}>
          <Title order={2} size="h6">
            {t('organs.title')}
          </Title>
          <Group gap="md">
            {names.length > 1 && (
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconCheck size={12} aria-hidden />}
                onClick={() =>
                  change(
                    (old) => names.reduce(nameConfirmed, old),
                    t('what.organNames'),
                    names.map(({ name }) => `organs.${name}`),
                  )
                }
              >
                {t('organs.confirmNames', { count: names.length })}
              </Button>
            )}
            <Checkbox
              size="xs"
              label={t('organs.onlyOpen')}
              checked={onlyOpen}
              onChange={({ currentTarget }) => setOnlyOpen(currentTarget.checked)}
            />
            <TextInput
              size="xs"
              w={200}
              aria-label={t('organs.filter')}
              placeholder={t('organs.filter')}
              value={search}
              onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            />
          </Group>
        </Group>
        {rows.length === 0 ? (
          <Alert classNames={{ title: style.alert }} color="yellow">
            {t('organs.noStructures')}
          </Alert>
        ) : (
          <Table className={style.table} layout="fixed" horizontalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="19%">{t('organs.roi')}</Table.Th>
                <Table.Th w="31%">{t('organs.takenFor')}</Table.Th>
                <Table.Th w="12%">{t('organs.alphaBeta')}</Table.Th>
                <Table.Th>{t('organs.source')}</Table.Th>
                <Table.Th w="11%">{t('organs.recovery')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((row) => (
                <OrganRowEditor key={`${row.kind} ${row.name}`} row={row} data={dataFor(row.organ)} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Text size="xs" c="dimmed" mt={4}>
          {t('organs.recovery')}: {t('organs.recoveryHint')}
        </Text>
      </Paper>
      <DerivedEditor rows={rows} />
    </Stack>
  );
}

/** Whether a person should look at what a row is taken for. */
const isOpen = ({ kind, how }: OrganRow): boolean =>
  kind === 'not here' || (kind === 'drawn' && how !== 'TG-263 name' && how !== 'user');
