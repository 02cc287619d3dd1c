import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { personText } from '../host/draft-head';
import type { Host } from '../host/host';
import { discardDraft, goOnWithDraft, openSavedCase } from '../state/draft-question';
import type { ConflictQuestion, DraftQuestion } from '../state/keeping-question';
import { leaveConflict, saveCase, saveOver } from '../state/saving';
import { useApp } from '../state/store';
import { useWhen } from '../study/start-lists';
import { ByWord } from './ByWord';
import { ChangeList } from './ChangeList';

/** What a person decides of a draft that outlived its sitting, and of a file that is another one now. */
export function KeepingDialog({ host }: { readonly host: Host }) {
  const question = useApp((state) => state.question);
  if (!question) return null;
  return question.kind === 'draft' ? (
    <DraftDialog key={question.head.key} host={host} asked={question} />
  ) : (
    <ConflictDialog key={question.onDisk.sha256} host={host} asked={question} />
  );
}

function DraftDialog({ host, asked }: { readonly host: Host; readonly asked: DraftQuestion }) {
  const { t } = useTranslation('keeping');
  const when = useWhen();
  const path = useApp((state) => state.place.path);
  const { head, savedAt, changes, triedRegistrations, isOfOtherFile, others } = asked;
  return (
    // Closing it is the answer that loses nothing: the saved case is open, and the draft stays.
    <Modal
      opened
      onClose={openSavedCase}
      title={<b>{t('draft.title')}</b>}
      size="lg"
      closeButtonProps={{ 'aria-label': t('draft.openSaved') }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('draft.text')}</Text>
        <div>
          <Text size="sm" fw={600}>
            {t('draft.draftOf', { when: when(head.savedAt) })}
            {head.patient && <bdi> · {personText(head.patient)}</bdi>}
          </Text>
          <Text size="sm" fw={600}>
            {savedAt ? t('draft.savedOf', { when: when(savedAt) }) : t('draft.savedUnknown')}
          </Text>
          {head.path !== undefined && head.path !== path && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <bdi>{t('draft.madeAt', { path: head.path })}</bdi>
            </Text>
          )}
        </div>
        {(changes.length > 0 || triedRegistrations === 0) && <ChangeList changes={changes} none={t('changes.none')} />}
        {triedRegistrations > 0 && <Text size="sm">{t('changes.tried', { count: triedRegistrations })}</Text>}
        {isOfOtherFile && <Text size="sm">{t('draft.otherFile')}</Text>}
        {others > 0 && <Text size="sm">{t('draft.others', { count: others })}</Text>}
        <Group gap="xs">
          <Button size="compact-sm" data-autofocus onClick={() => void goOnWithDraft(host)}>
            {t('draft.goOn')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={openSavedCase}>
            {t('draft.openSaved')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('draft.openSavedHint')}
          </Text>
        </Group>
        <ByWord word={t('draft.discardWord')} act={t('draft.discard')} onAct={() => void discardDraft(host)} />
      </Stack>
    </Modal>
  );
}

function ConflictDialog({ host, asked }: { readonly host: Host; readonly asked: ConflictQuestion }) {
  const { t } = useTranslation('keeping');
  const when = useWhen();
  const { path, onDisk, theirs, mine, isCase, isOtherCase } = asked;
  return (
    <Modal
      opened
      onClose={leaveConflict}
      title={<b>{t('conflict.title')}</b>}
      size="lg"
      closeButtonProps={{ 'aria-label': t('conflict.leave') }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {onDisk.modifiedAt === undefined
            ? t('conflict.textUnknown', { path })
            : t('conflict.text', { path, when: when(onDisk.modifiedAt) })}
        </Text>
        {isOtherCase && (
          <Text size="sm" fw={600}>
            {t('conflict.otherCase')}
          </Text>
        )}
        {isCase ? (
          <>
            <div>
              <Text size="sm" fw={600}>
                {t('conflict.theirs')}
              </Text>
              <ChangeList changes={theirs ?? []} none={t(theirs ? 'conflict.none' : 'conflict.theirsUnknown')} />
            </div>
            <div>
              <Text size="sm" fw={600}>
                {t('conflict.mine')}
              </Text>
              <ChangeList changes={mine} none={t('conflict.none')} />
            </div>
          </>
        ) : (
          <Text size="sm" fw={600}>
            {t('conflict.noCase')}
          </Text>
        )}
        <Group gap="xs">
          <Button size="compact-sm" data-autofocus onClick={() => void saveCase(host, { isAs: true })}>
            {t('conflict.saveAs')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={leaveConflict}>
            {t('conflict.leave')}
          </Button>
        </Group>
        <ByWord word={t('conflict.overWord')} act={t('conflict.over')} onAct={() => void saveOver(host)} />
      </Stack>
    </Modal>
  );
}
