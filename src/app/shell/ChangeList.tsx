import { Anchor, List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseChange } from '../state/case-changes';
import { changeText } from './change-words';

/** So many are read at a glance. */
const FEW = 5;

/** What differs between two versions of a case, in the words of the window: a few lines, and all where they are asked for. */
export function ChangeList({ changes, none }: { readonly changes: readonly CaseChange[]; readonly none: string }) {
  const { t } = useTranslation('keeping');
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, FEW);
  if (changes.length === 0) return <Text size="sm">{none}</Text>;
  return (
    <>
      <List size="sm" spacing={2} style={{ overflowWrap: 'anywhere' }} mah={240} styles={{ root: { overflowY: 'auto' } }}>
        {shown.map((change) => (
          <List.Item key={JSON.stringify(change)}>
            <bdi>{changeText(t, change)}</bdi>
          </List.Item>
        ))}
      </List>
      {changes.length > FEW && (
        <Anchor component="button" type="button" fz="sm" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('conflict.fewer') : t('conflict.compare', { count: changes.length })}
        </Anchor>
      )}
    </>
  );
}
