import { Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../case/case-file';
import { registrationTypeOf } from '../../evaluation/registration-result';
import type { Candidate } from '../state/candidate';
import { numberWithoutNote } from './edit-registration';
import { Part } from './Part';
import { quoted } from './quoted';
import styles from './registration.module.css';
import type { SceneInCase } from './scene-as-in-case';

interface StatePanelProps {
  readonly scene: SceneInCase;
  readonly isApart: boolean;
  /** As the case has them. */
  readonly registrations?: CaseFile['registrations'];
  readonly candidate: Candidate | undefined;
  /** The courses that what is tried would carry. */
  readonly carried: readonly string[];
  readonly onUse: () => void;
  readonly onDiscard: () => void;
}

/** What the case has for a course, and what is tried beside it. */
export function StatePanel({ scene, isApart, registrations = [], candidate, carried, onUse, onDiscard }: StatePanelProps) {
  const { t } = useTranslation('registration');
  const { map, links, awaited } = scene;
  const named = (source: string): string => {
    const number = numberWithoutNote({ registrations }, source);
    return number === undefined ? source : t('state.written', { number });
  };
  const isAccepted = links.length > 0 && links.every(({ accepted }) => accepted);
  return (
    <Part title={t('state.label')} className={candidate && styles.stays}>
      {isApart && <Text size="sm">{t('state.apart')}</Text>}
      {awaited && (
        <Text size="sm" fw={600} role="status" data-part="awaited">
          <span aria-hidden="true">▲</span> {t(`state.${awaited}`)}
        </Text>
      )}
      {!isApart && !map && !awaited && <Text size="sm">{t('state.none')}</Text>}
      {!isApart && map && links.length === 0 && <Text size="sm">{t('sameFrame')}</Text>}
      {!isApart && map && links.length > 0 && (
        <>
          <Group gap={6}>
            <Badge variant="default" tt="none">
              {t(`state.${registrationTypeOf(map)}`)}
            </Badge>
            <Badge variant="default" tt="none">
              {isAccepted ? '●' : '▲'}{' '}
              {isAccepted
                ? t('state.accepted', { by: links[0].accepted!.by, on: links[0].accepted!.on })
                : t('state.notAccepted')}
            </Badge>
          </Group>
          {links.map(({ source }) => (
            <Text key={source} size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              <bdi>{named(source)}</bdi>
            </Text>
          ))}
        </>
      )}
      {candidate && (
        <div role="status">
          <Text size="sm" fw={600}>
            {t('tried.label')}: {t(`tried.${candidate.method}`)}
          </Text>
          {candidate.note !== t(`tried.${candidate.method}`) && (
            <Text size="xs" c="dimmed">
              {candidate.note}
            </Text>
          )}
          {carried.length > 1 && <Text size="xs">{t('tried.carries', { courses: quoted(carried) })}</Text>}
          <Group gap={6} mt={4}>
            <Button size="compact-sm" onClick={onUse}>
              {t('tried.use')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={onDiscard}>
              {t('tried.discard')}
            </Button>
          </Group>
        </div>
      )}
    </Part>
  );
}
