import { Alert, Badge, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../finding';
import { type FindingGroup, grouped } from './findings-model';
import style from './study.module.css';
import { en } from './text-en';

const LOOKS = {
  error: { color: 'red', Icon: IconCircleX },
  warning: { color: 'yellow', Icon: IconAlertTriangle },
  info: { color: 'blue', Icon: IconInfoCircle },
} as const;

type Titled = keyof typeof en.finding;

/** What a finding is about, in the user's language; undefined for a code that has no words yet. */
function useTitle(): (code: string) => string | undefined {
  const { t } = useTranslation('study');
  return (code) => (Object.hasOwn(en.finding, code) ? t(`finding.${code as Titled}`) : undefined);
}

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
  const title = useTitle();
  const [isOpen, setOpen] = useState(false);
  const { color, Icon } = LOOKS[severity];
  const more = findings.length - SHOWN;
  // The messages are the program's own, in English in every language: title and colour say what they are about.
  return (
    <Alert
      classNames={{ title: style.alert }}
      color={color}
      p={compact ? 'xs' : 'sm'}
      icon={<Icon size={18} aria-label={t(`study.severity.${severity}`)} />}
      title={
        <>
          {title(code) ?? code}
          {findings.length > 1 && (
            <Badge ml="xs" size="sm" color="gray" variant="filled" autoContrast>
              {findings.length}
            </Badge>
          )}
        </>
      }
    >
      {(isOpen ? findings : findings.slice(0, SHOWN)).map(({ message, file }) => (
        <Text key={`${file} ${message}`} size="sm" lang="en">
          {file && !message.includes(file) ? `${file}: ${message}` : message}
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
