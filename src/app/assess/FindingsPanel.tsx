import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../finding';
import { FindingText } from '../words/FindingText';
import { useWords } from '../words/use-words';
import { css, VERDICT_COLOURS } from './colours';
import styles from './controls.module.css';
import { type FindingGroup, findingGroups, SEVERITIES, type Severity } from './findings-order';

export interface FindingsPanelProps {
  readonly findings: readonly Finding[];
  readonly defaultOpen?: boolean;
}

/** The signs of the report. */
const GLYPHS: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', info: 'i' };
const COLOURS: Readonly<Record<Severity, string>> = {
  error: css(VERDICT_COLOURS.exceeded.ink),
  warning: css(VERDICT_COLOURS['not evaluable'].ink),
  info: 'light-dark(var(--mantine-color-gray-7), var(--mantine-color-gray-5))',
};
const COUNTS = { error: 'findings.errors', warning: 'findings.warnings', info: 'findings.infos' } as const;

/** What is odd in the input or the result, the most severe first. */
export function FindingsPanel({ findings, defaultOpen = true }: FindingsPanelProps) {
  const { t } = useTranslation('assess');
  const [isOpen, setOpen] = useState(defaultOpen);
  const content = useId();
  const groups = useMemo(() => findingGroups(findings), [findings]);
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.findings} aria-label={t('findings.label')}>
      <h3>
        <UnstyledButton
          className={styles.findingsHead}
          aria-expanded={isOpen}
          aria-controls={content}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={16} aria-hidden="true" /> {t('findings.label')}
          {counts.map(({ severity, count }) => (
            <span key={severity} style={{ color: COLOURS[severity] }}>
              <span aria-hidden="true">{GLYPHS[severity]}</span> {t(COUNTS[severity], { count })}
            </span>
          ))}
          {!counts.length && <span className={styles.soft}>{t('findings.none')}</span>}
        </UnstyledButton>
      </h3>
      <Collapse id={content} expanded={isOpen} transitionDuration={0}>
        <ul className={styles.findingList}>
          {groups.map((group) => (
            <GroupItem key={`${group.severity} ${group.code}`} group={group} />
          ))}
        </ul>
      </Collapse>
    </section>
  );
}

/** Findings of one kind written out; with more, the rest is opened. */
const MOST_OPEN = 2;

function GroupItem({ group: { severity, code, findings } }: { readonly group: FindingGroup }) {
  const { t } = useTranslation('assess');
  const { title } = useWords().findings[code];
  const messages = findings.map((finding, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a finding has no identity but its place
    <Message key={n} finding={finding} />
  ));
  return (
    <li>
      <b className={styles.severity} style={{ color: COLOURS[severity], borderColor: COLOURS[severity] }}>
        <span aria-hidden="true">{GLYPHS[severity]}</span> {t(`findings.${severity}`)}
      </b>
      <div>
        <b>{title}</b>{' '}
        {findings.length > 1 && <span className={styles.soft}>{t('findings.times', { count: findings.length })}</span>}
        {findings.length <= MOST_OPEN ? (
          messages
        ) : (
          <>
            {messages[0]}
            <details>
              <summary>+{findings.length - 1}</summary>
              {messages.slice(1)}
            </details>
          </>
        )}
      </div>
    </li>
  );
}

function Message({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('assess');
  const { roi, file } = finding;
  const where = [roi && t('findings.roi', { roi }), file && t('findings.file', { file })].filter(Boolean).join(' · ');
  return (
    <p>
      <FindingText finding={finding} /> <bdi className={styles.soft}>{where}</bdi>
    </p>
  );
}
