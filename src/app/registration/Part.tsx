import { Badge, Group, Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PartProps {
  readonly title: string;
  /** What is shown here is of a registration that is tried, not of the case's. */
  readonly isTried?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the panel beside the pictures. */
export function Part({ title, isTried = false, className, children }: PartProps) {
  const { t } = useTranslation('registration');
  return (
    <Paper withBorder p="xs" component="section" aria-label={title} className={className}>
      <Stack gap={6}>
        <Group gap={6} justify="space-between">
          <Title order={2} size="h6">
            {title}
          </Title>
          {isTried && <TriedBadge>{t('tried.shown')}</TriedBadge>}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}

/** Readable on both backgrounds. */
const TRIED = { '--badge-color': 'light-dark(#b23b0b, var(--mantine-color-orange-4))', borderColor: 'currentColor' };

export const TriedBadge = ({ children }: { readonly children: ReactNode }) => (
  <Badge variant="outline" color="gray" style={TRIED} tt="none" data-part="tried">
    {children}
  </Badge>
);
