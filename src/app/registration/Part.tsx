import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of the panel beside the pictures. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="xs" component="section" aria-label={title}>
      <Stack gap={6}>
        <Title order={2} size="h6">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
