import { ActionIcon, Button, Group, Paper, Text, Title, UnstyledButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentCase } from '../host/host';
import style from './study.module.css';

/** A draft as the start page shows it; its content is the caller's. */
export interface DraftShown {
  readonly key: string;
  /** What the case is called. */
  readonly label: string;
  readonly savedAt: string;
  /** As the files of the case name the patient; left out where nobody knows. */
  readonly patient?: string;
  /** Of what is kept, bytes. */
  readonly size: number;
  /** The newer version of the program that wrote it, '' where that is not told: left out where this one can read it. */
  readonly newer?: string;
}

interface RecentListProps {
  readonly recent: readonly RecentCase[];
  readonly disabled: boolean;
  readonly onOpen: (path: string) => void;
  /** Left out where there is no list to be cleared. */
  readonly onClear?: (() => void) | undefined;
}

const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
const folderOf = (path: string): string => path.slice(0, -nameOf(path).length - 1);

/** Day and time in the user's language; as it is where it is no time. */
export function useWhen(): (time: string) => string {
  const { i18n } = useTranslation('study');
  return (time) => {
    const at = new Date(time);
    if (Number.isNaN(at.getTime())) return time;
    return at.toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  };
}

export function RecentList({ recent, disabled, onOpen, onClear }: RecentListProps) {
  const { t } = useTranslation('study');
  const { t: say } = useTranslation('keeping');
  const when = useWhen();
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('start.recent')}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Title order={2} size="h6">
          {t('start.recent')}
        </Title>
        {onClear && recent.length > 0 && (
          <Button size="compact-xs" variant="default" disabled={disabled} onClick={onClear}>
            {say('here.clearRecent')}
          </Button>
        )}
      </Group>
      {recent.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('start.noRecent')}
        </Text>
      )}
      {recent.slice(0, 6).map(({ path, openedAt }) => (
        <UnstyledButton key={path} className={style.listed} disabled={disabled} onClick={() => onOpen(path)} title={path}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm" fw={500} truncate>
              {nameOf(path)}
            </Text>
            <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
              {when(openedAt)}
            </Text>
          </Group>
          <Text size="xs" c="dimmed" truncate="start">
            <bdi dir="ltr">{folderOf(path)}</bdi>
          </Text>
        </UnstyledButton>
      ))}
    </Paper>
  );
}

interface DraftListProps {
  readonly drafts: readonly DraftShown[];
  readonly disabled: boolean;
  readonly onOpen: (key: string) => void;
  readonly onForget: ((keys: readonly string[]) => void) | undefined;
}

/** `12 kB`, `3.4 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

export function DraftList({ drafts, disabled, onOpen, onForget }: DraftListProps) {
  const { t } = useTranslation('study');
  const { t: say } = useTranslation('keeping');
  const when = useWhen();
  const [isAsked, setAsked] = useState(false);
  const count = drafts.length;
  const size = sizeText(drafts.reduce((sum, draft) => sum + draft.size, 0));
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('start.drafts')}>
      <Title order={2} size="h6">
        {t('start.drafts')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('start.draftsText')}
      </Text>
      {drafts.map(({ key, label, savedAt, patient, size: own, newer }) => (
        <Group key={key} wrap="nowrap" gap={4}>
          <UnstyledButton className={style.listed} disabled={disabled} onClick={() => onOpen(key)}>
            <Text size="sm" fw={500} truncate>
              {label}
            </Text>
            <Text size="xs" c="dimmed">
              <bdi>{patient ?? say('kept.noPatient')}</bdi> · {t('start.draftFrom', { when: when(savedAt) })} · {sizeText(own)}
              {newer !== undefined && <> · {say('kept.ofNewer', { version: newer })}</>}
            </Text>
          </UnstyledButton>
          {onForget && (
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={disabled}
              onClick={() => onForget([key])}
              aria-label={t('start.forget', { name: label })}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      <Group gap="xs" justify="space-between" mt={4}>
        <Text size="xs" c="dimmed">
          {say('kept.total', { count, size })}
        </Text>
        {onForget && !isAsked && (
          <Button size="compact-xs" variant="default" disabled={disabled} onClick={() => setAsked(true)}>
            {say('kept.clearAll')}
          </Button>
        )}
        {onForget && isAsked && (
          <Group gap="xs" role="group" aria-label={say('kept.clearSure', { count })}>
            <Text size="xs">{say('kept.clearSure', { count })}</Text>
            <Button size="compact-xs" variant="default" onClick={() => setAsked(false)}>
              {say('kept.clearNo')}
            </Button>
            <Button size="compact-xs" color="red" onClick={() => onForget(drafts.map(({ key }) => key))}>
              {say('kept.clearYes')}
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}
