import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedStudy } from '../engine/engine-api';
import type { Host } from '../host/host';
import { makeCase, openMore } from '../state/opening';
import { appNow, isDraftNeeded, setApp, useApp } from '../state/store';
import { StudyPage } from '../study/study-page';

type Made = Parameters<typeof makeCase>;

/** What is in the files; a case that is open is put away by another only after a person has said so. */
export function StudyScreen({ host, study }: { readonly host: Host; readonly study: OpenedStudy }) {
  const { t } = useTranslation('study');
  const samePatient = useApp((state) => state.caseFile?.samePatient);
  const added = useApp((state) => state.added);
  const hasCase = useApp((state) => state.caseFile !== undefined);
  // A case that is refused for these very files is not computed.
  const isComputed = useApp((state) => state.caseFile !== undefined && state.unevaluated === undefined);
  const [asked, setAsked] = useState<Made>();
  const makeOrAsk = (...made: Made) => (isDraftNeeded(appNow()) ? setAsked(made) : makeCase(...made));
  return (
    <>
      {added !== undefined && (
        <Alert
          color="indigo"
          variant="light"
          m="xs"
          py="xs"
          role="status"
          withCloseButton
          closeButtonLabel={t('added.dismiss')}
          onClose={() => setApp({ added: undefined })}
        >
          {added === 0 ? t('added.none') : t('added.some', { count: added })} {hasCase && added > 0 && t('added.caseKept')}
        </Alert>
      )}
      <StudyPage
        study={study}
        samePatient={samePatient}
        hasCase={isComputed}
        onMakeCase={makeOrAsk}
        onOpenMore={() => void openMore(() => host.openFolder(), host)}
        onDropped={(transfer) => void openMore(() => host.openDropped(transfer), host)}
      />
      {asked && (
        <Modal
          opened
          onClose={() => setAsked(undefined)}
          title={<b>{t('another.title')}</b>}
          closeButtonProps={{ 'aria-label': t('another.keep') }}
          transitionProps={{ duration: 0 }}
        >
          <Text size="sm" mb="sm">
            {t('another.text')}
          </Text>
          <Group>
            <Button size="compact-sm" data-autofocus onClick={() => setAsked(undefined)}>
              {t('another.keep')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setAsked(undefined);
                makeCase(...asked);
              }}
            >
              {t('another.make')}
            </Button>
          </Group>
        </Modal>
      )}
    </>
  );
}
