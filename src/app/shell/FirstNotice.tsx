import { Alert, Button, Group, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const READ = 'isoeffect.notice-read';

/** What the program is for and what not, until someone has said that it was read; a short word stays on every screen. */
export function FirstNotice() {
  const { t } = useTranslation(['shell', 'study']);
  const [wasRead, setRead] = useState(() => localStorage.getItem(READ) !== null);
  if (wasRead) return null;
  const understood = () => {
    localStorage.setItem(READ, new Date().toISOString());
    setRead(true);
  };
  return (
    <Alert color="indigo" variant="light" m="xs" role="note" icon={<IconInfoCircle aria-hidden />} title={t('shell:first')}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{t('study:start.notice')}</Text>
        <Button size="compact-md" onClick={understood} style={{ flex: 'none' }}>
          {t('shell:understood')}
        </Button>
      </Group>
    </Alert>
  );
}
