import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freeName, removeDerived, renameDerived, setDerived } from '../../case/edit/edit-anatomy';
import style from './case.module.css';
import { useEditing } from './editing';
import { LateText } from './fields';
import type { OrganRow } from './organ-rows';
import { RemoveButton } from './remove-button';

/** Structures made from others by an expression: the user's, and those that the program makes. */
export function DerivedEditor({ rows }: { readonly rows: readonly OrganRow[] }) {
  const { t } = useTranslation('case');
  const { caseFile, change } = useEditing();
  const own = Object.entries(caseFile.derived ?? {});
  const made = rows.filter(({ kind }) => kind === 'made by the program');
  const drawn = rows.filter(({ kind }) => kind === 'drawn');
  const cord = drawn.filter(({ organ }) => organ === 'SpinalCord');
  const names = rows.map(({ name }) => name);
  const canAddPrv = cord.length === 1 && !names.includes('SpinalCord_PRV03') && !cord[0].name.includes('"');
  const add = (wanted: string, expression: string) => {
    const name = freeName(caseFile, wanted, names);
    change((old) => setDerived(old, name, expression), t('what.derived', { name }), `derived.${name}`);
  };
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('derived.title')}>
      <Title order={2} size="h6">
        {t('derived.title')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('derived.hint')}
      </Text>
      <Stack gap={4} mt={6}>
        {own.map(([name, expression], n) => (
          <DerivedRow key={name} name={name} expression={expression} number={n + 1} taken={names} />
        ))}
      </Stack>
      <Group gap="xs" mt={6}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={12} aria-hidden />}
          disabled={drawn.length === 0}
          onClick={() => add('Derived', quoted(drawn[0].name))}
        >
          {t('derived.add')}
        </Button>
        {canAddPrv && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={12} aria-hidden />}
            onClick={() => add('SpinalCord_PRV03', `expand(${quoted(cord[0].name)}, 3 mm)`)}
          >
            {t('derived.cordPrv')}
          </Button>
        )}
      </Group>
      {made.length > 0 && (
        <>
          <Text size="xs" fw={600} mt="xs">
            {t('derived.byProgram')}
          </Text>
          {made.map(({ name, expression }) => (
            <Text size="xs" key={name}>
              {name} = <span className={style.file}>{expression}</span>
            </Text>
          ))}
        </>
      )}
    </Paper>
  );
}

/** A name as it stands in an expression. */
const quoted = (name: string): string => (/^[A-Za-z0-9_]+$/.test(name) && !/^\d/.test(name) ? name : `"${name}"`);

interface DerivedRowProps {
  readonly name: string;
  readonly expression: string;
  readonly number: number;
  readonly taken: readonly string[];
}

function DerivedRow({ name, expression, number, taken }: DerivedRowProps) {
  const { t } = useTranslation('case');
  const { change, faultOf } = useEditing();
  const [refused, setRefused] = useState<string>();
  const what = t('what.derived', { name });
  const rename = (wanted: string) => {
    const next = wanted.trim();
    const isTaken = next !== name && taken.includes(next);
    setRefused(isTaken ? t('fault.nameTaken') : undefined);
    if (next !== '' && next !== name && !isTaken) change((old) => renameDerived(old, name, next), what, `derived.${name}`);
  };
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <LateText
        w={220}
        aria-label={t('derived.nameOf', { number })}
        placeholder={t('derived.name')}
        value={name}
        error={refused}
        onCommit={rename}
      />
      <Text size="sm" pt={4}>
        =
      </Text>
      <LateText
        style={{ flex: 1 }}
        aria-label={t('derived.expressionOf', { name })}
        placeholder={t('derived.expression')}
        classNames={{ input: style.file }}
        value={expression}
        error={faultOf(`derived.${name}`)}
        onCommit={(next) => change((old) => setDerived(old, name, next), what, `derived.${name}`)}
      />
      <RemoveButton what={name} onClick={() => change((old) => removeDerived(old, name), what, `derived.${name}`)} />
    </Group>
  );
}
