import { Button, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Acceptance } from '../../registration/acceptance';
import type { CourseScene } from '../engine/course-scene';
import { today } from '../statements/today';
import { ofRole } from '../words/of-role';
import { Part } from './Part';
import { quoted } from './quoted';

interface AcceptancePanelProps {
  readonly scene: CourseScene;
  /** By the user's word the course is not placed: what could carry it carries nothing, and there is nothing to accept. */
  readonly isApart?: boolean;
  /** Another registration is shown than the case's. */
  readonly isTried: boolean;
  /** The picture and the figures of the case's registration are not there yet. */
  readonly isAwaited?: boolean;
  /** Every course that the acceptance is of, this one first. */
  readonly covered: readonly string[];
  readonly onAccept: (accepted: Acceptance | undefined) => void;
}

/** Who takes the case's registration for fit for use. */
export function AcceptancePanel({ scene, isApart = false, isTried, isAwaited = false, covered, onAccept }: AcceptancePanelProps) {
  const t = ofRole(useTranslation('registration').t, scene.role);
  const [by, setBy] = useState('');
  const [note, setNote] = useState('');
  if (isApart) return null;
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
          {isTried && <OfTheCase />}
          {covered.length > 1 && <Text size="xs">{t('accept.covered', { courses: quoted(covered) })}</Text>}
          {isAwaited && <Awaited />}
          <Button size="compact-sm" variant="default" disabled={isAwaited} onClick={() => onAccept(undefined)}>
            {t('accept.revoke')}
          </Button>
        </>
      ) : (
        <>
          {isAwaited && <Awaited />}
          {isTried ? (
            <OfTheCase />
          ) : (
            <Text size="xs" c="dimmed">
              {t('accept.explained')}
            </Text>
          )}
          {covered.length > 1 && (
            <Text size="sm" fw={600}>
              <span aria-hidden="true">⚠</span> {t('accept.covers', { courses: quoted(covered) })}
            </Text>
          )}
          <TextInput
            size="xs"
            label={t('accept.by')}
            value={by}
            disabled={isTried}
            onChange={({ currentTarget }) => setBy(currentTarget.value)}
          />
          <TextInput
            size="xs"
            label={t('accept.note')}
            value={note}
            disabled={isTried}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Button
            size="compact-sm"
            disabled={isTried || isAwaited || by.trim() === ''}
            onClick={() => onAccept({ by: by.trim(), on: today(), ...(note.trim() && { note: note.trim() }) })}
          >
            {covered.length > 1 ? t('accept.acceptFor', { number: covered.length }) : t('accept.accept')}
          </Button>
        </>
      )}
    </Part>
  );
}

/** What is to be accepted cannot be seen yet. */
function Awaited() {
  const { t } = useTranslation('registration');
  return (
    <Text size="sm" fw={600} data-part="awaited">
      <span aria-hidden="true">▲</span> {t('accept.awaited')}
    </Text>
  );
}

/** The case's registration is accepted or not; what is shown is another. */
function OfTheCase() {
  const { t } = useTranslation('registration');
  return (
    <Text size="sm" fw={600} role="status" data-part="of-the-case">
      <span aria-hidden="true">⚠</span> {t('accept.ofTheCase')} {t('accept.triedFirst')}
    </Text>
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
