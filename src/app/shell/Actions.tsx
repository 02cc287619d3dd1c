import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconDeviceFloppy,
  IconFileReport,
  IconFolderOpen,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isAsItIs } from '../../case/what-if';
import type { Host } from '../host/host';
import { obey } from '../state/actions';
import { caseHistory, useApp } from '../state/store';
import styles from './frame.module.css';

/** Opening, undoing, saving and reporting, as the platform's menu has them. */
export function Actions({ host }: { readonly host: Host }) {
  const { t } = useTranslation('shell');
  const hasCase = useApp((state) => state.caseFile !== undefined);
  const hasGuesses = useApp((state) => state.guesses.length > 0);
  const canReport = useApp((state) => state.original !== undefined);
  const isTried = useApp(({ whatIf, trials }) => !isAsItIs(whatIf) || trials.length > 0);
  const past = useStore(caseHistory, (state) => state.pastStates.length);
  const future = useStore(caseHistory, (state) => state.futureStates.length);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            className={styles.signed}
            leftSection={<IconFolderOpen size={16} />}
            aria-label={t('open')}
            title={t('open')}
          >
            <span className={styles.word}>{t('open')}</span>
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
      <Button.Group>
        <Button
          size="compact-sm"
          variant="default"
          className={styles.signed}
          leftSection={<IconDeviceFloppy size={16} />}
          disabled={!hasCase}
          aria-label={t('save')}
          title={[t('save'), hasGuesses && t('guessesSaved'), isTried && t('triedNotSaved')].filter(Boolean).join(': ')}
          onClick={() => obey(host, 'save')}
        >
          <span className={styles.word}>{t('save')}</span>
        </Button>
        <Menu>
          <Menu.Target>
            <Button size="compact-sm" variant="default" px={4} disabled={!hasCase} aria-label={t('saveOtherwise')}>
              <IconChevronDown size={14} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {hasGuesses && <Menu.Label maw={300}>{t('guessesSaved')}</Menu.Label>}
            {isTried && <Menu.Label maw={300}>{t('triedNotSaved')}</Menu.Label>}
            <Menu.Item onClick={() => obey(host, 'save-as')}>{t('saveAs')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      <Menu>
        <Menu.Target>
          <Button
            size="compact-sm"
            className={styles.signed}
            leftSection={<IconFileReport size={16} />}
            disabled={!canReport}
            aria-label={t('report')}
            title={t('report')}
          >
            <span className={styles.word}>{t('report')}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isTried && <Menu.Label maw={300}>{t('reportAsIs')}</Menu.Label>}
          <Menu.Item onClick={() => obey(host, 'report-html')}>{t('reportHtml')}</Menu.Item>
          <Menu.Item onClick={() => obey(host, 'report-csv')}>{t('reportCsv')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
