import { Alert, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../inspection/inspect';
import { FindingList } from './finding-list';
import { findingsAbout } from './findings-model';
import { type FoundFrame, foundJoins } from './frames-model';
import style from './study.module.css';

interface FramesPanelProps {
  readonly inspection: Inspection;
  readonly groups: readonly (readonly FoundFrame[])[];
  readonly short: (file: string) => string;
}

/** Which frames of reference there are, what is in each, and which registrations carry one into another. */
export function FramesPanel({ inspection, groups, short }: FramesPanelProps) {
  const { t } = useTranslation('study');
  const frames = new Map(groups.flat().map((frame) => [frame.uid, frame]));
  const joins = foundJoins(inspection);
  const joined = new Set(joins.flatMap(({ from, to }) => [from, to]));
  const alone = groups.flat().filter(({ uid }) => !joined.has(uid));
  const findings = inspection.registrations.flatMap(({ file }) => findingsAbout(inspection, file));
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('study.frames')}>
      <Title order={2} size="h5">
        {t('study.frames')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {frames.size === 0 ? t('study.noFrames') : frames.size === 1 ? t('study.oneFrame') : t('study.framesText')}
      </Text>
      <Stack gap="xs">
        {joins.map(({ file, from, to }) => (
          <Group key={`${file} ${from} ${to}`} gap="xs" wrap="nowrap">
            <FrameBox frame={frames.get(from)} short={short} />
            <span className={style.join}>
              {t('study.joins')}
              <IconArrowRight size={22} aria-hidden />
              <span className={style.file} title={file}>
                {short(file)}
              </span>
            </span>
            <FrameBox frame={frames.get(to)} short={short} />
          </Group>
        ))}
        {alone.length > 0 && (
          <Group gap="xs" align="stretch">
            {alone.map((frame) => (
              <FrameBox key={frame.uid} frame={frame} short={short} isApart={frames.size > 1 && frame.contents.length > 0} />
            ))}
          </Group>
        )}
        <FindingList findings={findings} compact />
      </Stack>
    </Paper>
  );
}

interface FrameBoxProps {
  readonly frame: FoundFrame | undefined;
  readonly isApart?: boolean;
  readonly short: (file: string) => string;
}

function FrameBox({ frame, isApart = false, short }: FrameBoxProps) {
  const { t } = useTranslation('study');
  if (!frame) return null;
  const kinds = (['dose', 'structures', 'ct'] as const).map((kind) => ({
    kind,
    labels: [...new Set(frame.contents.filter((content) => content.kind === kind).map(({ label }) => short(label)))],
  }));
  return (
    <div className={style.frame} title={frame.uid}>
      <Badge variant="default" style={{ textTransform: 'none' }}>
        {t('study.frame', { letter: frame.letter })}
      </Badge>
      {kinds.map(({ kind, labels }) =>
        labels.length === 0 ? null : (
          <div key={kind}>
            {t(`study.${kind}`)}: {labels.join(', ')}
          </div>
        ),
      )}
      {frame.contents.length === 0 && <div>{t('study.withNothing')}</div>}
      {isApart && (
        <Alert classNames={{ title: style.alert }} color="yellow" p={6} mt={6} icon={<IconAlertTriangle size={16} aria-hidden />}>
          {t('study.notJoined')}
        </Alert>
      )}
    </div>
  );
}
