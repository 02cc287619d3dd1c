import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../findings/finding';
import { today } from './today';

interface StatementFormProps {
  /** What the button says that puts it into the case. */
  readonly submit: string;
  readonly onSubmit: (said: Answer) => void;
  readonly onCancel?: (() => void) | undefined;
  readonly isFocused?: boolean;
}

/** Who says something that the files do not, when, and why. Nothing can be said without a name and a reason. */
export function StatementForm({ submit, onSubmit, onCancel, isFocused = false }: StatementFormProps) {
  const { t } = useTranslation('statements');
  const [by, setBy] = useState('');
  const [on, setOn] = useState(today);
  const [why, setWhy] = useState('');
  const isWhole = by.trim() !== '' && why.trim() !== '' && /^\d{4}-\d{2}-\d{2}$/.test(on);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onSubmit({ by: by.trim(), on, why: why.trim() });
      }}
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          style={{ flex: '1 1 140px' }}
          label={t('by')}
          value={by}
          required
          data-autofocus={isFocused || undefined}
          onChange={({ currentTarget }) => setBy(currentTarget.value)}
        />
        <TextInput
          size="xs"
          style={{ flex: '0 1 150px' }}
          label={t('on')}
          type="date"
          value={on}
          // In which order the field has month and day is the system's.
          description={on}
          required
          onChange={({ currentTarget }) => setOn(currentTarget.value)}
        />
        <TextInput
          size="xs"
          style={{ flex: '3 1 260px' }}
          label={t('why')}
          value={why}
          required
          onChange={({ currentTarget }) => setWhy(currentTarget.value)}
        />
      </Group>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" type="submit" disabled={!isWhole}>
          {submit}
        </Button>
        {onCancel && (
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </Group>
    </form>
  );
}
