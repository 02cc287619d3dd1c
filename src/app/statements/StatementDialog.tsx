import { Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../findings/finding';
import { StatementForm } from './StatementForm';

interface StatementDialogProps {
  readonly title: string;
  /** What is asked, and what the answer does. */
  readonly children: ReactNode;
  readonly submit: string;
  readonly onSubmit: (said: Answer) => void;
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
        <Text size="xs" c="dimmed">
          {t('kept')}
        </Text>
        <StatementForm submit={submit} onSubmit={onSubmit} onCancel={onClose} isFocused />
      </Stack>
    </Modal>
  );
}
