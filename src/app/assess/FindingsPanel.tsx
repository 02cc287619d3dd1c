import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../case/case-file';
import { canBeAnswered } from '../../case/edit/edit-statements';
import type { Finding } from '../../findings/finding';
import { isMixUp } from '../patient/identities';
import { findingText } from '../words/core-words';
import { FindingText } from '../words/FindingText';
import { useWords } from '../words/use-words';
import assess from './assess.module.css';
import { css, VERDICT_COLOURS } from './colours';
import styles from './controls.module.css';
import { type FindingGroup, findingGroups, SEVERITIES, type Severity, severityOf } from './findings-order';
import { isOpen } from './questions';

export interface FindingsPanelProps {
  readonly findings: readonly Finding[];
  readonly defaultOpen?: boolean;
  /** That files which name different patients are of one, by the user's word. */
  readonly samePatient?: CaseFile['samePatient'];
  /** A question is to be answered, an answer taken back; left out where the case cannot be changed. */
  readonly onAnswer?: (finding: Finding) => void;
  readonly onWithdraw?: (finding: Finding) => void;
  readonly onDifferent?: () => void;
  /** A person has seen that a file is another one than the case was saved with; left out where nothing can be stored. */
  readonly onSeen?: (finding: Finding) => void;
}

type Acts = Pick<FindingsPanelProps, 'onAnswer' | 'onWithdraw' | 'onSeen'>;

/** The signs of the report. */
const GLYPHS: Readonly<Record<Severity, string>> = { question: '?', error: '✕', warning: '!', info: 'i' };
const COLOURS: Readonly<Record<Severity, string>> = {
  question: css(VERDICT_COLOURS.exceeded.ink),
  error: css(VERDICT_COLOURS.exceeded.ink),
  warning: css(VERDICT_COLOURS['not evaluable'].ink),
  info: 'light-dark(var(--mantine-color-gray-7), var(--mantine-color-gray-5))',
};
const COUNTS = {
  question: 'findings.questions',
  error: 'findings.errors',
  warning: 'findings.warnings',
  info: 'findings.infos',
} as const;

/** What is odd in the input or the result: first what asks something, then the most severe. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { findings, defaultOpen = true, samePatient, onDifferent } = props;
  const { t } = useTranslation('assess');
  const { t: say } = useTranslation('statements');
  const [isShown, setShown] = useState(defaultOpen);
  const content = useId();
  const groups = useMemo(() => findingGroups(findings), [findings]);
  const questions = groups.filter(({ severity }) => severity === 'question');
  const others = groups.filter(({ severity }) => severity !== 'question');
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => severityOf(finding) === severity).length,
  })).filter(({ count }) => count > 0);
  const Chevron = isShown ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.findings} aria-label={t('findings.label')}>
      <h3>
        <UnstyledButton
          className={styles.findingsHead}
          aria-expanded={isShown}
          aria-controls={content}
          onClick={() => setShown(!isShown)}
        >
          <Chevron size={16} aria-hidden="true" /> {t('findings.label')}
          {counts.map(({ severity, count }) => (
            <span key={severity} style={{ color: COLOURS[severity] }}>
              <span aria-hidden="true">{GLYPHS[severity]}</span> {t(COUNTS[severity], { count })}
            </span>
          ))}
          {!counts.length && !samePatient && <span className={styles.soft}>{t('findings.none')}</span>}
        </UnstyledButton>
      </h3>
      <Collapse id={content} expanded={isShown} transitionDuration={0}>
        <ul className={styles.findingList}>
          {questions.map((group) => (
            <GroupItem key={`${group.severity} ${group.code}`} group={group} acts={props} />
          ))}
          {samePatient && (
            <li>
              <b className={styles.severity} style={{ color: COLOURS.warning, borderColor: COLOURS.warning }}>
                <span aria-hidden="true">{GLYPHS.warning}</span> {t('findings.warning')}
              </b>
              <div>
                <b>{t('findings.samePatient')}</b>
                <p>
                  <bdi>{say('said', { by: samePatient.by, on: samePatient.on, why: samePatient.why })}</bdi>{' '}
                  {onDifferent && (
                    <button
                      type="button"
                      className={assess.act}
                      aria-label={say('withdrawOf', { what: t('findings.samePatient') })}
                      onClick={onDifferent}
                    >
                      {say('withdraw')}
                    </button>
                  )}
                </p>
              </div>
            </li>
          )}
          {others.map((group) => (
            <GroupItem key={`${group.severity} ${group.code}`} group={group} acts={props} />
          ))}
        </ul>
      </Collapse>
    </section>
  );
}

/** Findings of one kind written out; with more, the rest is opened. */
const MOST_OPEN = 2;

function GroupItem({ group, acts }: { readonly group: FindingGroup; readonly acts: Acts }) {
  const { severity, code, findings } = group;
  const { t } = useTranslation('assess');
  const { title } = useWords().findings[code];
  const messages = findings.map((finding, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a finding has no identity but its place
    <Message key={n} finding={finding} acts={acts} />
  ));
  return (
    <li>
      <b className={styles.severity} style={{ color: COLOURS[severity], borderColor: COLOURS[severity] }}>
        <span aria-hidden="true">{GLYPHS[severity]}</span> {t(`findings.${severity}`)}
      </b>
      <div>
        <b>{title}</b>{' '}
        {findings.length > 1 && <span className={styles.soft}>{t('findings.times', { count: findings.length })}</span>}
        {severity === 'question' && <p className={styles.soft}>{t('findings.asks')}</p>}
        {findings.length <= MOST_OPEN || severity === 'question' ? (
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

function Message({ finding, acts }: { readonly finding: Finding; readonly acts: Acts }) {
  const { t } = useTranslation('assess');
  const { t: say } = useTranslation('statements');
  const words = useWords();
  const { title } = words.findings[finding.code];
  const { roi, file, course, answered } = finding;
  // What the sentence names is not said again behind it.
  const said = findingText(words, finding);
  const left = (name: string | undefined): name is string => Boolean(name) && !said.includes(name!);
  const where = [
    left(course) && t('findings.course', { course }),
    left(roi) && t('findings.roi', { roi }),
    left(file) && t('findings.file', { file }),
  ];
  const place = where.filter(Boolean).join(' · ');
  const what = [title, roi ?? course ?? file].filter(Boolean).join(', ');
  const { onAnswer, onWithdraw, onSeen } = acts;
  return (
    <p data-code={finding.code}>
      <FindingText finding={finding} /> <bdi className={styles.soft}>{place}</bdi>
      {isOpen(finding) && !canBeAnswered(finding) && <span> {t('findings.cannotAnswer')}</span>}
      {finding.code === 'input-changed' && onSeen && (
        <>
          {' '}
          <button
            type="button"
            className={assess.act}
            aria-label={t('findings.seenOf', { what })}
            title={t('findings.seenHint')}
            onClick={() => onSeen(finding)}
          >
            {t('findings.seen')}
          </button>
        </>
      )}
      {isOpen(finding) && canBeAnswered(finding) && onAnswer && (
        <>
          {' '}
          <button
            type="button"
            className={assess.act}
            aria-label={t('findings.answerOf', { what })}
            onClick={() => onAnswer(finding)}
          >
            {t('findings.answer')}
          </button>
        </>
      )}
      {answered && (
        <>
          <br />
          <b>
            <bdi>{t('findings.answered', { by: answered.by, on: answered.on, why: answered.why })}</bdi>
          </b>{' '}
          {onWithdraw && !isMixUp(finding) && (
            <button
              type="button"
              className={assess.act}
              aria-label={say('withdrawOf', { what })}
              onClick={() => onWithdraw(finding)}
            >
              {say('withdraw')}
            </button>
          )}
        </>
      )}
    </p>
  );
}
