import { Button, Group, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePhase } from '../../case/case-file';
import style from './case.module.css';
import { useEditing } from './editing';
import { LateNumber } from './fields';
import { organRows } from './organ-rows';
import { RemoveButton } from './remove-button';

type OrganDoses = NonNullable<CasePhase['organDoses']>;

/** A row that is being filled in. */
interface Added {
  readonly organ: string | undefined;
  readonly gy: number | undefined;
}

interface OrganDosesEditorProps {
  readonly label: string;
  readonly doses: OrganDoses | undefined;
  /** What is wrong with them as a whole. */
  readonly error?: string | undefined;
  /** Undefined where none is left. */
  readonly onChange: (doses: OrganDoses | undefined) => void;
}

/** Highest doses of a paper record, organ by organ. */
export function OrganDosesEditor({ label, doses = {}, error, onChange }: OrganDosesEditorProps) {
  const { t } = useTranslation('case');
  const { caseFile, inspection } = useEditing();
  const rows = organRows(caseFile, inspection).filter(({ isEvaluated }) => isEvaluated);
  const names = [...new Set(rows.map(({ name }) => name))];
  const entries = Object.entries(doses);
  const set = (next: [string, OrganDoses[string]][]) => onChange(next.length > 0 ? Object.fromEntries(next) : undefined);
  const [added, setAdded] = useState<Partial<Added>>();
  const free = names.filter((name) => !Object.hasOwn(doses, name));
  /** Only what is whole goes into the case: no organ that nobody chose, and no dose that nobody typed. */
  const add = (next: Partial<Added>) => {
    const { organ, gy } = next;
    if (organ === undefined || gy === undefined) return setAdded(next);
    setAdded(undefined);
    set([...entries, [organ, { Dmax: gy }]]);
  };
  return (
    <div>
      <Text size="xs" fw={600}>
        {label}
      </Text>
      <Text size="xs" c="dimmed">
        {t('phase.maximaHint')}
      </Text>
      {error && (
        <Text size="xs" className={style.wrong}>
          {error}
        </Text>
      )}
      {entries.map(([organ, { Dmax }], n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is edited
        <Group key={n} gap="xs" wrap="nowrap" mt={4} align="flex-start">
          <Select
            size="xs"
            className={style.wide}
            aria-label={t('phase.organ', { number: n + 1 })}
            searchable
            allowDeselect={false}
            data={[...new Set([...names, organ])]}
            value={organ}
            onChange={(name) =>
              name !== null &&
              !Object.hasOwn(doses, name) &&
              set(entries.map((entry, other) => (other === n ? [name, entry[1]] : entry)))
            }
          />
          <LateNumber
            w={110}
            aria-label={t('phase.organDose', { number: n + 1 })}
            suffix=" Gy"
            min={0}
            max={200}
            value={Dmax}
            onCommit={(gy) =>
              gy !== undefined && set(entries.map((entry, other) => (other === n ? [entry[0], { Dmax: gy }] : entry)))
            }
          />
          <RemoveButton what={organ} onClick={() => set(entries.filter((_, other) => other !== n))} />
        </Group>
      ))}
      {added && (
        <Group gap="xs" wrap="nowrap" mt={4} align="flex-start">
          <Select
            size="xs"
            className={style.wide}
            aria-label={t('phase.organ', { number: entries.length + 1 })}
            placeholder={t('phase.chooseOrgan')}
            searchable
            data={free}
            value={added.organ ?? null}
            onChange={(organ) => add({ ...added, organ: organ ?? undefined })}
          />
          <LateNumber
            w={110}
            aria-label={t('phase.organDose', { number: entries.length + 1 })}
            suffix=" Gy"
            min={0.01}
            max={200}
            value={added.gy}
            onCommit={(gy) => add({ ...added, gy })}
          />
          <RemoveButton
            what={added.organ ?? t('phase.organ', { number: entries.length + 1 })}
            onClick={() => setAdded(undefined)}
          />
        </Group>
      )}
      <Button
        mt={4}
        size="compact-xs"
        variant="default"
        disabled={free.length === 0 || added !== undefined}
        leftSection={<IconPlus size={12} aria-hidden />}
        onClick={() => setAdded({})}
      >
        {t('phase.addOrgan')}
      </Button>
    </div>
  );
}
