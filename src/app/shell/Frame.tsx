import {
  ActionIcon,
  AppShell,
  Badge,
  Group,
  NativeSelect,
  Progress,
  SegmentedControl,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Host } from '../host/host';
import { isUnsaved, type Screen, setApp, useApp } from '../state/store';
import { LANGUAGES, type Language } from '../words/languages';
import { Actions } from './Actions';
import { Contained } from './Contained';
import { chooseLanguage } from './i18n';
import { PatientHead } from './PatientHead';
import { Problems } from './Problems';

/** Title, steps, menus, language and theme above; problems and work in hand below them; then the screen. */
export function Frame({ host, children }: { readonly host: Host; readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  const screen = useApp((state) => state.screen);
  return (
    <AppShell header={{ height: 46 }} padding={0}>
      <AppShell.Header component="header">
        <Group h="100%" px="sm" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="sm" wrap="nowrap">
            <Text fw={700} fz="md" span>
              Isoeffect
            </Text>
            <Steps />
          </Group>
          <Group gap={6} wrap="nowrap">
            <WorkInHand />
            <SavedState />
            <Actions host={host} />
            <Settings />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main>
        <Contained kept="patient">
          <PatientHead />
        </Contained>
        <Contained key={screen}>
          <Problems />
          {children}
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
  return work ? <Progress w={90} value={100 * work.share} animated aria-label={t('working', { what: work.what })} /> : null;
}

/** An orange that can be read on both backgrounds. */
const UNSAVED = { '--badge-color': 'light-dark(#b23b0b, var(--mantine-color-orange-4))', borderColor: 'currentColor' };

function SavedState() {
  const { t } = useTranslation('shell');
  const unsaved = useApp(isUnsaved);
  const hasCase = useApp((state) => state.caseFile !== undefined);
  const guesses = useApp((state) => state.guesses.length);
  if (!hasCase) return null;
  return (
    <>
      {guesses > 0 && (
        <Badge variant="outline" color="gray" style={UNSAVED} tt="none" title={t('guessesSaved')}>
          {t('guesses', { count: guesses })}
        </Badge>
      )}
      <Badge variant="outline" color="gray" style={unsaved ? UNSAVED : undefined} tt="none">
        {unsaved ? t('unsaved') : t('saved')}
      </Badge>
    </>
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
