import {
  ActionIcon,
  AppShell,
  Badge,
  NativeSelect,
  Progress,
  SegmentedControl,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAsItIs } from '../../case/what-if';
import type { Host } from '../host/host';
import { isUnsaved, type Screen, setApp, useApp } from '../state/store';
import { LANGUAGES, type Language } from '../words/languages';
import { Actions } from './Actions';
import { Contained } from './Contained';
import styles from './frame.module.css';
import { chooseLanguage } from './i18n';
import { KeepingDialog } from './KeepingDialog';
import { KeepingNotices } from './KeepingNotices';
import { PatientHead } from './PatientHead';
import { Problems } from './Problems';

/** The least that the head takes: one line. */
const ONE_LINE = 46;

/** Title, steps, menus, language and theme above; problems and work in hand below them; then the screen. */
export function Frame({ host, children }: { readonly host: Host; readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  const screen = useApp((state) => state.screen);
  const { ref, height } = useElementSize({ box: 'border-box' });
  return (
    <AppShell header={{ height: Math.max(ONE_LINE, Math.ceil(height)) }} padding={0}>
      <AppShell.Header component="header">
        <div ref={ref} className={styles.head}>
          <div className={`${styles.part} ${styles.steps}`}>
            <Text fw={700} fz="md" span className={styles.title}>
              Isoeffect
            </Text>
            <Steps />
          </div>
          <div className={styles.part}>
            <WorkInHand />
            <SavedState />
            <Actions host={host} />
            <Settings />
          </div>
          <KeepingNotices host={host} />
        </div>
      </AppShell.Header>
      <AppShell.Main>
        <Contained kept="patient">
          <PatientHead />
        </Contained>
        <Contained key={screen}>
          <Problems />
          {children}
          <KeepingDialog host={host} />
        </Contained>
        <Text component="footer" fz="xs" c="dimmed" ta="center" py={2}>
          {t('notice')}
        </Text>
      </AppShell.Main>
    </AppShell>
  );
}

function Steps() {
  const { t } = useTranslation('shell');
  const screen = useApp((state) => state.screen);
  const hasStudy = useApp((state) => state.study !== undefined);
  const hasCase = useApp((state) => state.caseFile !== undefined);
  const data = [
    { value: 'start', label: t('start') },
    { value: 'study', label: t('study'), disabled: !hasStudy },
    { value: 'case', label: t('case'), disabled: !hasCase },
    { value: 'registration', label: t('registration'), disabled: !hasCase },
    { value: 'assess', label: t('assess'), disabled: !hasCase },
  ];
  return (
    <SegmentedControl
      aria-label={t('steps')}
      size="xs"
      data={data}
      value={screen === 'reading' ? 'start' : screen}
      onChange={(value) => setApp({ screen: value as Screen })}
    />
  );
}

function WorkInHand() {
  const { t } = useTranslation('shell');
  const work = useApp((state) => state.work);
  return work ? (
    <Progress className={styles.work} value={100 * work.share} animated aria-label={t('working', { what: work.what })} />
  ) : null;
}

/** An orange that can be read on both backgrounds. */
const UNSAVED = { '--badge-color': 'light-dark(#b23b0b, var(--mantine-color-orange-4))', borderColor: 'currentColor' };

function SavedState() {
  const { t } = useTranslation('shell');
  const unsaved = useApp(isUnsaved);
  const hasCase = useApp((state) => state.caseFile !== undefined);
  const guesses = useApp((state) => state.guesses.length);
  // What is tried is in no saved case: "saved" alone would say that it is.
  const isTried = useApp(({ whatIf, trials }) => !isAsItIs(whatIf) || trials.length > 0);
  const saved = t(isTried ? 'savedWithout' : 'saved');
  if (!hasCase) return null;
  return (
    <div className={styles.states}>
      {guesses > 0 && (
        <Badge variant="outline" color="gray" style={UNSAVED} tt="none" title={t('guessesSaved')}>
          {t('guesses', { count: guesses })}
        </Badge>
      )}
      <Badge variant="outline" color="gray" style={unsaved || isTried ? UNSAVED : undefined} tt="none">
        {unsaved ? t('unsaved') : saved}
      </Badge>
    </div>
  );
}

function Settings() {
  const { t, i18n } = useTranslation('shell');
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <>
      <NativeSelect
        aria-label={t('language')}
        size="xs"
        w={96}
        value={i18n.language}
        onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
      />
      <ActionIcon
        variant="default"
        aria-label={t('theme')}
        title={t('theme')}
        onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
      >
        {scheme === 'dark' ? <IconSun size={16} /> : <IconMoon size={16} />}
      </ActionIcon>
    </>
  );
}
