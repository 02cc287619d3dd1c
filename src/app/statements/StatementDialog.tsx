import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../findings/finding';
import { StatementForm } from './StatementForm';

interface StatementDialogProps {
  readonly title: string;
  /** What is asked, and what the answer does. */
  readonly children: ReactNode;
  readonly submit: string;
  /** Undefined where it cannot be said, for the reason that stands above. */
  readonly onSubmit: ((said: Answer) => void) | undefined;
  readonly onClose: () => void;
}

/** Asks for a person's word on one thing. */
export function StatementDialog({ title, children, submit, onSubmit, onClose }: StatementDialogProps) {
  const { t } = useTranslation('statements');
  return (
    <Modal
      opened
      onClose={onClose}
      title={<b>{title}</b>}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="sm">
        <div>{children}</div>
        {onSubmit ? (
          <>
            <Text size="xs" c="dimmed">
              {t('kept')}
            </Text>
            <StatementForm submit={submit} onSubmit={onSubmit} onCancel={onClose} isFocused />
          </>
        ) : (
          <Group>
            <Button size="compact-sm" variant="default" onClick={onClose}>
              {t('close')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
