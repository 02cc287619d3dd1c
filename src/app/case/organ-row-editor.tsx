import { Badge, Button, Group, Select, type SelectProps, Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { removeOrganOverride, setOrganOverride } from '../../case/edit/edit-anatomy';
import { namedEntry } from '../../case/named-entry';
import { AlphaBetaCell, AlphaBetaSource } from './alpha-beta-cell';
import style from './case.module.css';
import { useEditing } from './editing';
import { LateNumber } from './fields';
import { isNameGuessed, nameConfirmed, type OrganRow } from './organ-rows';
import { RemoveButton } from './remove-button';

interface OrganRowEditorProps {
  readonly row: OrganRow;
  readonly data: NonNullable<SelectProps['data']>;
}

/** One structure: the organ it is, its alpha/beta with the source, and how much is forgiven. */
export function OrganRowEditor({ row, data }: OrganRowEditorProps) {
  const { t } = useTranslation('case');
  const { change, faultOf } = useEditing();
  const { name, kind, organ, override, key } = row;
  const field = `organs.${key}`;
  const fault = faultOf(`organs.${name}`);
  const recovery = override.recovery;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={4} wrap="nowrap" align="flex-start">
          <Text size="sm" fw={500}>
            {name}
          </Text>
          {kind === 'not here' && (
            <RemoveButton
              what={name}
              onClick={() => change((old) => removeOrganOverride(old, name), t('what.override', { roi: name }), `organs.${name}`)}
            />
          )}
        </Group>
        {(kind === 'derived' || kind === 'made by the program') && (
          <Text size="xs" c="dimmed">
            {kind === 'derived' ? t('organs.derived') : t('organs.made')}
            {row.expression !== undefined && <span className={style.file}> {row.expression}</span>}
          </Text>
        )}
        {fault && (
          <Text size="xs" className={style.wrong}>
            {fault}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {kind !== 'not here' && (
          <Select
            size="xs"
            aria-label={t('organs.organOf', { roi: name })}
            data={data}
            value={organ ?? null}
            placeholder={kind === 'drawn' ? t('organs.notEvaluated') : t('organs.asParts')}
            searchable
            clearable={row.how === 'user'}
            allowDeselect={false}
            checkIconPosition="right"
            onChange={(next) =>
              change(
                (old) => {
                  const byName = {
                    ...(namedEntry(old.organs ?? {}, [name]) ?? override),
                    organ: next === null || next === row.nameSays ? undefined : next,
                  };
                  return setOrganOverride(old, name, byName);
                },
                t('what.organ', { roi: name }),
                `organs.${name}`,
              )
            }
          />
        )}
        <How row={row} />
      </Table.Td>
      <Table.Td>{kind !== 'not here' && <AlphaBetaCell row={row} error={faultOf(`organs.${name}.alphaBetaGy`)} />}</Table.Td>
      <Table.Td>{kind !== 'not here' && <AlphaBetaSource row={row} />}</Table.Td>
      <Table.Td>
        {kind !== 'not here' && (
          <LateNumber
            aria-label={t('organs.recoveryOf', { roi: name })}
            suffix=" %"
            placeholder={
              typeof recovery === 'object' ? recovery.map((share) => `${Number((100 * share).toFixed(2))} %`).join(' · ') : '0 %'
            }
            min={0}
            max={100}
            hideControls
            value={typeof recovery === 'number' ? Number((100 * recovery).toFixed(4)) : undefined}
            disabled={typeof recovery === 'object'}
            onCommit={(percent) =>
              change(
                (old) =>
                  setOrganOverride(old, key, {
                    recovery: percent === undefined ? undefined : Number((percent / 100).toFixed(6)),
                  }),
                t('what.recovery', { roi: name }),
                `${field}.recovery`,
              )
            }
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** How a structure came to be taken for an organ. */
function How({ row }: { readonly row: OrganRow }) {
  const { t } = useTranslation('case');
  const { change } = useEditing();
  const { name, kind, how, organ, isEvaluated } = row;
  if (kind !== 'drawn' && how !== 'user' && !isNameGuessed(row)) return null;
  const words =
    how === 'user'
      ? t('organs.byUser')
      : how === 'TG-263 name'
        ? t('organs.standard')
        : how === 'synonym'
          ? t('organs.synonym')
          : t('organs.unknown');
  return (
    <Group gap={6} mt={2}>
      {how === 'synonym' || how === 'none' ? (
        <Badge
          size="xs"
          color={how === 'none' ? 'gray.7' : 'yellow.4'}
          variant="filled"
          autoContrast
          style={{ textTransform: 'none' }}
        >
          {words}
        </Badge>
      ) : (
        <Text size="xs" c="dimmed">
          {words}
        </Text>
      )}
      {isNameGuessed(row) && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconCheck size={12} aria-hidden />}
          aria-label={t('guess.confirmOf', { field: t('organs.organOf', { roi: name }) })}
          onClick={() => change((old) => nameConfirmed(old, row), t('what.organ', { roi: name }), `organs.${name}`)}
        >
          {t('guess.confirm')}
        </Button>
      )}
      {!isEvaluated && organ !== undefined && (
        <Text size="xs" c="dimmed">
          {t('organs.notEvaluated')}
        </Text>
      )}
    </Group>
  );
}
