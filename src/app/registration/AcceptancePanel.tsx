import { Button, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Acceptance } from '../../registration/acceptance';
import type { CourseScene } from '../engine/course-scene';
import { today } from '../statements/today';
import { Part } from './Part';

interface AcceptancePanelProps {
  readonly scene: CourseScene;
  readonly isTried: boolean;
  readonly onAccept: (accepted: Acceptance | undefined) => void;
}

/** Who takes the case's registration for fit for use. */
export function AcceptancePanel({ scene, isTried, onAccept }: AcceptancePanelProps) {
  const { t } = useTranslation('registration');
  const [by, setBy] = useState('');
  const [note, setNote] = useState('');
  const { links } = scene;
  const accepted = links.length > 0 && links.every((link) => link.accepted) ? links[0].accepted : undefined;
  return (
    <Part title={t('accept.label')}>
      {accepted ? (
        <>
          <Text size="sm">
            {t('state.accepted', { by: accepted.by, on: accepted.on })}
            {accepted.note ? ` · ${accepted.note}` : ''}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => onAccept(undefined)}>
            {t('accept.revoke')}
          </Button>
        </>
      ) : (
        <>
          <Text size="xs" c="dimmed">
            {isTried ? t('accept.triedFirst') : t('accept.explained')}
          </Text>
          <TextInput size="xs" label={t('accept.by')} value={by} onChange={({ currentTarget }) => setBy(currentTarget.value)} />
          <TextInput
            size="xs"
            label={t('accept.note')}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Button
            size="compact-sm"
            disabled={isTried || by.trim() === ''}
            onClick={() => onAccept({ by: by.trim(), on: today(), ...(note.trim() && { note: note.trim() }) })}
          >
            {t('accept.accept')}
          </Button>
        </>
      )}
    </Part>
  );
}

interface ApartPanelProps {
  readonly isApart: boolean;
  readonly hasStructures: boolean;
  readonly onApart: (isApart: boolean) => void;
}

/** The user's word that a course cannot be placed. */
export function ApartPanel({ isApart, hasStructures, onApart }: ApartPanelProps) {
  const { t } = useTranslation('registration');
  return (
    <Part title={t('apart.label')}>
      <Switch
        size="xs"
        label={t('apart.label')}
        checked={isApart}
        disabled={!isApart && !hasStructures}
        onChange={({ currentTarget }) => onApart(currentTarget.checked)}
      />
      <Text size="xs" c="dimmed">
        {hasStructures ? t('apart.explained') : t('apart.needsStructures')}
      </Text>
    </Part>
  );
}
