import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface RemoveButtonProps {
  /** What goes, for those who do not see what it stands beside. */
  readonly what: string;
  readonly onClick: () => void;
}

export function RemoveButton({ what, onClick }: RemoveButtonProps) {
  const { t } = useTranslation('case');
  const name = t('editor.remove', { what });
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" onClick={onClick} aria-label={name} title={name} style={{ flex: 'none' }}>
      <IconTrash size={15} aria-hidden />
    </ActionIcon>
  );
}
