import { Alert, Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Keeping } from '../host/keeping';
import { sizeText } from './start-lists';
import style from './study.module.css';

interface KeptHereProps {
  readonly keeping: Keeping;
  /** How many there are. */
  readonly drafts: number;
  readonly recent: number;
  readonly disabled: boolean;
  readonly onClear: () => void;
  readonly onKeepNothing: (isNothing: boolean) => void;
}

/** What is kept on this computer and for whom, one click to clear it, and the setting that nothing is. */
export function KeptHere({ keeping, drafts, recent, disabled, onClear, onKeepNothing }: KeptHereProps) {
  const { t } = useTranslation('keeping');
  const { nothingBy, folder, traces, isOpenToOthers, isRecentOfNewer } = keeping;
  const isNothing = nothingBy !== undefined;
  const { count, size } = traces;
  const listed = [
    drafts > 0 && t('here.drafts', { count: drafts }),
    recent > 0 && t('here.recent', { count: recent }),
    count > 0 && t('here.traces', { count, size: sizeText(size) }),
  ].filter((each) => each !== false);
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('here.title')}>
      <Stack gap={6}>
        <Title order={2} size="h6">
          {t('here.title')}
        </Title>
        <Text size="xs">{listed.length === 0 ? t('here.none') : listed.join(' · ')}</Text>
        {isNothing && listed.length > 0 && (
          <Text size="xs" fw={600}>
            {t('here.before')}
          </Text>
        )}
        {(listed.length > 0 || !isNothing) && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {folder === undefined ? t('here.whereBrowser') : t('here.whereFolder', { folder })}
          </Text>
        )}
        {isOpenToOthers && (
          <Alert
            classNames={{ title: style.alert }}
            color="red"
            p="xs"
            icon={<IconAlertTriangle aria-hidden />}
            title={t('here.openToOthers')}
          />
        )}
        {isRecentOfNewer && <Text size="xs">{t('here.recentOfNewer')}</Text>}
        {listed.length > 0 && <Clearing drafts={drafts} disabled={disabled} onClear={onClear} />}
        <Checkbox
          size="xs"
          checked={isNothing}
          disabled={disabled || nothingBy === 'administrator'}
          onChange={(event) => onKeepNothing(event.currentTarget.checked)}
          label={t('here.nothing')}
          description={nothingBy === 'administrator' ? t('here.administrator') : t('here.nothingText')}
        />
        {nothingBy === 'person' && folder !== undefined && (
          <Text size="xs" c="dimmed">
            {t('here.nothingNext')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** One click; where there are drafts, of work that lies nowhere else, it is asked for a word. */
function Clearing({ drafts, disabled, onClear }: Pick<KeptHereProps, 'drafts' | 'disabled' | 'onClear'>) {
  const { t } = useTranslation('keeping');
  const [isAsked, setAsked] = useState(false);
  const clear = () => {
    setAsked(false);
    onClear();
  };
  if (!isAsked)
    return (
      <Group>
        <Button size="compact-xs" variant="default" disabled={disabled} onClick={() => (drafts > 0 ? setAsked(true) : clear())}>
          {t('here.clear')}
        </Button>
      </Group>
    );
  const sure = t('here.sure', { count: drafts });
  return (
    <Group gap="xs" role="group" aria-label={sure}>
      <Text size="xs">{sure}</Text>
      <Button size="compact-xs" variant="default" onClick={() => setAsked(false)}>
        {t('here.no')}
      </Button>
      <Button size="compact-xs" color="red" onClick={clear}>
        {t('here.yes')}
      </Button>
    </Group>
  );
}
