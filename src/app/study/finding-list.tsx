import { Alert, Badge, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../findings/finding';
import { FindingText } from '../words/FindingText';
import { useWords } from '../words/use-words';
import { type FindingGroup, grouped } from './findings-model';
import style from './study.module.css';

const LOOKS = {
  error: { color: 'red', Icon: IconCircleX },
  warning: { color: 'yellow', Icon: IconAlertTriangle },
  info: { color: 'blue', Icon: IconInfoCircle },
} as const;

/** Findings, one box for each kind. */
export function FindingList({
  findings,
  compact = false,
}: {
  readonly findings: readonly Finding[];
  readonly compact?: boolean;
}) {
  if (findings.length === 0) return null;
  return (
    <Stack gap={compact ? 6 : 'xs'}>
      {grouped(findings).map((group) => (
        <FindingBox key={`${group.severity} ${group.code}`} group={group} compact={compact} />
      ))}
    </Stack>
  );
}

const SHOWN = 3;

function FindingBox({ group: { code, severity, findings }, compact }: { group: FindingGroup; compact: boolean }) {
  const { t } = useTranslation('study');
  const { title } = useWords().findings[code];
  const [isOpen, setOpen] = useState(false);
  const { color, Icon } = LOOKS[severity];
  const more = findings.length - SHOWN;
  return (
    <Alert
      classNames={{ title: style.alert }}
      color={color}
      p={compact ? 'xs' : 'sm'}
      icon={<Icon size={18} aria-label={t(`study.severity.${severity}`)} />}
      title={
        <>
          {title}
          {findings.length > 1 && (
            <Badge ml="xs" size="sm" color="gray" variant="filled" autoContrast>
              {findings.length}
            </Badge>
          )}
        </>
      }
    >
      {(isOpen ? findings : findings.slice(0, SHOWN)).map((finding) => (
        <Text key={`${finding.file} ${finding.message}`} size="sm">
          {finding.file && !finding.message.includes(finding.file) && <bdi>{finding.file}: </bdi>}
          <FindingText finding={finding} />
        </Text>
      ))}
      {more > 0 && (
        <Button size="compact-xs" variant="default" mt={4} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('study.fewer') : t('study.moreLike', { count: more })}
        </Button>
      )}
    </Alert>
  );
}
