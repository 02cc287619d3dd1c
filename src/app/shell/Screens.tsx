import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newerVersion } from '../../newer-version';
import { isOfNewer, personText } from '../host/draft-head';
import type { Host, RecentCase } from '../host/host';
import { KEPT_KINDS, type KeptKind } from '../host/keeping';
import { RegistrationScreen } from '../registration/RegistrationScreen';
import { obey } from '../state/actions';
import { draftLabel } from '../state/draft-key';
import { clearKept, keepNothing, useKeeping } from '../state/keeping';
import { forgetDrafts, openDraft } from '../state/open-draft';
import { cancelReading, obeyOpened, openRecent } from '../state/opening';
import { setApp, useApp } from '../state/store';
import { ReadingPanel } from '../study/reading-panel';
import { StartPage } from '../study/start-page';
import { problemOf } from '../words/problem';
import { AssessScreen } from './AssessScreen';
import { CaseScreen } from './CaseScreen';
import { FirstNotice } from './FirstNotice';
import { StudyScreen } from './StudyScreen';

/** The screen that the state names. */
export function Screens({ host }: { readonly host: Host }) {
  const screen = useApp((state) => state.screen);
  const study = useApp((state) => state.study);
  const progress = useApp((state) => state.progress);
  const onDropped = (transfer: DataTransfer) => obeyOpened(() => host.openDropped(transfer), host);
  if (screen === 'reading') return <ReadingPanel progress={progress} onCancel={() => void cancelReading()} />;
  if (screen === 'study' && study) {
    return <StudyScreen host={host} study={study} />;
  }
  if (screen === 'case') return <CaseScreen />;
  if (screen === 'registration') return <RegistrationScreen />;
  if (screen === 'assess') return <AssessScreen />;
  return <Start host={host} onDropped={onDropped} />;
}

type Drafts = Awaited<ReturnType<Host['drafts']>>;

function Start({ host, onDropped }: { readonly host: Host; readonly onDropped: (transfer: DataTransfer) => void }) {
  const [recent, setRecent] = useState<readonly RecentCase[]>([]);
  const [drafts, setDrafts] = useState<Drafts>([]);
  const keeping = useKeeping((state) => state.keeping);
  const { t } = useTranslation('keeping');
  const listDrafts = useCallback(() => {
    const failed = (error: unknown) => {
      setDrafts([]);
      setApp({ problem: problemOf(error) });
    };
    void host.drafts().then(setDrafts, failed);
  }, [host]);
  const listAll = useCallback(() => {
    void host.recent().then(setRecent, () => setRecent([]));
    listDrafts();
  }, [host, listDrafts]);
  useEffect(listAll, [listAll]);
  const clear = (kinds: readonly KeptKind[]) => void clearKept(host, kinds).then(listAll);
  return (
    <>
      <FirstNotice />
      <StartPage
        recent={recent}
        drafts={drafts.map((head) => ({
          key: head.key,
          savedAt: head.savedAt,
          size: head.size,
          label: head.isOfNewer ? t('kept.unknown') : draftLabel(head),
          ...(isOfNewer(head) && { newer: newerVersion(head.writtenBy) ?? '' }),
          ...(head.patient && personText(head.patient) !== '' && { patient: personText(head.patient) }),
        }))}
        onOpenFolder={() => obey(host, 'open-folder')}
        onOpenFiles={() => obey(host, 'open-files')}
        onOpenCase={() => obey(host, 'open-case')}
        onOpenSample={() => obey(host, 'open-sample')}
        onOpenRecent={(path) => void openRecent(host, path)}
        onOpenDraft={(key) => void openDraft(host, key)}
        onForgetDraft={(keys) => void forgetDrafts(host, keys).then(listDrafts)}
        keeping={keeping}
        onClearRecent={() => clear(['recent'])}
        onClearKept={() => clear(KEPT_KINDS)}
        onKeepNothing={(isNothing) => void keepNothing(host, isNothing)}
        onDropped={onDropped}
        busy={false}
        problem={undefined}
      />
    </>
  );
}
