import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { withAbsent, withAnswer } from '../../case/edit/edit-statements';
import type { Answer, Finding } from '../../findings/finding';
import { AbsentText } from '../assess/AbsentText';
import { type DrawnWhere, drawnWhere, sideNotDrawn } from '../assess/drawn-organs';
import { organName } from '../assess/organ-match';
import { changeCase, useApp } from '../state/store';
import { StatementDialog } from '../statements/StatementDialog';
import { FindingText } from '../words/FindingText';
import { useWords } from '../words/use-words';

/** What a person is asked for: an answer to a finding, or whether the patient has an organ. */
export type Asked = { readonly kind: 'answer'; readonly finding: Finding } | { readonly kind: 'absent'; readonly organ: string };

interface AssessDialogProps {
  readonly asked: Asked;
  readonly onClose: () => void;
}

/** Asks for a person's word, and puts it into the case. */
export function AssessDialog({ asked, onClose }: AssessDialogProps) {
  return asked.kind === 'answer' ? (
    <AnswerDialog finding={asked.finding} onClose={onClose} />
  ) : (
    <AbsentDialog organ={asked.organ} onClose={onClose} />
  );
}

function AnswerDialog({ finding, onClose }: { readonly finding: Finding; readonly onClose: () => void }) {
  const { t } = useTranslation('assess');
  const { title } = useWords().findings[finding.code];
  const { roi, file, course } = finding;
  return (
    <StatementDialog
      title={t('findings.answerTitle')}
      submit={t('findings.answerSubmit')}
      onSubmit={(said) => {
        changeCase((caseFile) => withAnswer(caseFile, finding, said));
        onClose();
      }}
      onClose={onClose}
    >
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="sm">
        <FindingText finding={finding} />
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        <bdi>{[course, roi, file].filter(Boolean).join(' · ')}</bdi>
      </Text>
      <Text size="sm" mt="xs">
        {t('findings.answerText')}
      </Text>
    </StatementDialog>
  );
}

function AbsentDialog({ organ: asked, onClose }: { readonly organ: string; readonly onClose: () => void }) {
  const { t } = useTranslation('assess');
  const caseFile = useApp((state) => state.caseFile);
  const inspection = useApp((state) => state.study?.inspection);
  const drawn = (of: string): DrawnWhere => (caseFile ? drawnWhere(of, inspection, caseFile) : NOWHERE);
  // Of a pair of which one side is drawn, the patient can be without the other one alone.
  const side = caseFile && sideNotDrawn(asked, inspection, caseFile);
  const organ = side ?? asked;
  const { planned, earlier } = drawn(organ);
  const say = (said: Answer) => {
    changeCase((open) => withAbsent(open, organ, said));
    onClose();
  };
  return (
    <StatementDialog
      title={t('table.absentTitle', { organ: organName(t, organ) })}
      submit={t('table.absentSubmit')}
      onSubmit={planned.length > 0 ? undefined : say}
      onClose={onClose}
    >
      <AbsentText
        organ={organ}
        side={side === undefined ? undefined : { of: asked, drawn: drawn(asked).planned }}
        planned={planned}
        earlier={earlier}
      />
    </StatementDialog>
  );
}

const NOWHERE: DrawnWhere = { planned: [], earlier: [] };
