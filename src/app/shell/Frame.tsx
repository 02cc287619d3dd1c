import {
  ActionIcon,
  Alert,
  AppShell,
  Badge,
  Button,
  Group,
  Menu,
  NativeSelect,
  Progress,
  SegmentedControl,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDeviceFloppy,
  IconFileReport,
  IconFolderOpen,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Host } from '../host/host';
import { chooseLanguage } from '../i18n/i18n';
import { LANGUAGES, type Language } from '../i18n/languages';
import { obey } from '../state/actions';
import { caseHistory, isUnsaved, type Screen, setApp, useApp } from '../state/store';
import { ProblemText } from '../words/ProblemText';

/** Title, steps, menus, language and theme above; problems and work in hand below them; then the screen. */
export function Frame({ host, children }: { readonly host: Host; readonly children: ReactNode }) {
  const problem = useApp((state) => state.problem);
  // The case screen says it beside what is to be changed.
  const screen = useApp((state) => state.screen);
  const { t } = useTranslation('shell');
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
        {problem && screen !== 'case' && (
          <Alert
            color="red"
            title={t('problem')}
            withCloseButton
            closeButtonLabel={t('dismiss')}
            onClose={() => setApp({ problem: undefined })}
            role="alert"
            m="xs"
            py="xs"
          >
            <ProblemText problem={problem} />
          </Alert>
        )}
        {children}
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

function SavedState() {
  const { t } = useTranslation('shell');
  const unsaved = useApp(isUnsaved);
  const hasCase = useApp((state) => state.caseFile !== undefined);
  if (!hasCase) return null;
  return (
    <Badge variant="outline" color={unsaved ? 'orange' : 'gray'} tt="none">
      {unsaved ? t('unsaved') : t('saved')}
    </Badge>
  );
}

function Actions({ host }: { readonly host: Host }) {
  const { t } = useTranslation('shell');
  const hasCase = useApp((state) => state.caseFile !== undefined);
  const canReport = useApp((state) => state.original !== undefined);
  const past = useStore(caseHistory, (state) => state.pastStates.length);
  const future = useStore(caseHistory, (state) => state.futureStates.length);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconFolderOpen size={16} />}>
            {t('open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => obey(host, 'open-folder')}>{t('openFolder')}</Menu.Item>
          <Menu.Item onClick={() => obey(host, 'open-files')}>{t('openFiles')}</Menu.Item>
          <Menu.Item onClick={() => obey(host, 'open-case')}>{t('openCase')}</Menu.Item>
          <Menu.Item onClick={() => obey(host, 'open-sample')}>{t('openSample')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant="default"
        aria-label={t('undo')}
        title={t('undo')}
        disabled={past === 0}
        onClick={() => obey(host, 'undo')}
      >
        <IconArrowBackUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('redo')}
        title={t('redo')}
        disabled={future === 0}
        onClick={() => obey(host, 'redo')}
      >
        <IconArrowForwardUp size={16} />
      </ActionIcon>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconDeviceFloppy size={16} />}
        disabled={!hasCase}
        onClick={() => obey(host, 'save')}
      >
        {t('save')}
      </Button>
      <Menu>
        <Menu.Target>
          <Button size="compact-sm" leftSection={<IconFileReport size={16} />} disabled={!canReport}>
            {t('report')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => obey(host, 'report-html')}>{t('reportHtml')}</Menu.Item>
          <Menu.Item onClick={() => obey(host, 'report-csv')}>{t('reportCsv')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
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
