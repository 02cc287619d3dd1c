import { Alert, Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CasePhase } from '../../case/case-file';
import { setPhase } from '../../case/edit/edit-case';
import style from './case.module.css';
import { answerOf, type DoseQuestion, withAnswer } from './dose-questions';
import { useEditing } from './editing';
import { LateNumber } from './fields';
import type { PhaseProps } from './phase-props';

interface DoseAnswersEditorProps extends PhaseProps {
  readonly questions: readonly DoseQuestion[];
}

/** The user's word on what a dose file leaves open; asked only where it does, or where the case already answers. */
export function DoseAnswersEditor({ course, phase, name, questions }: DoseAnswersEditorProps) {
  const { t } = useTranslation('case');
  const { caseFile, change, faultOf } = useEditing();
  const { doseIs } = caseFile.courses[course].phases[phase];
  const asked = (['rbe-weighted', 'one-session', 'centigray', 'percent'] as const).filter(
    (question) => questions.includes(question) || answered(doseIs, question),
  );
  if (asked.length === 0) return null;
  const at = `courses[${course}].phases[${phase}].doseIs`;
  const set = (question: DoseQuestion, value: boolean | number | undefined) =>
    change(
      (old) =>
        setPhase(old, course, phase, {
          doseIs: withAnswer(old.courses[course].phases[phase].doseIs, question, value),
        }),
      t('what.field', { field: t('phase.answers'), name }),
      at,
    );
  return (
    <Alert classNames={{ title: style.alert }} color="orange" p="xs" title={t('phase.answers')}>
      <Stack gap={6}>
        {asked.map((question) => (
          <div key={question}>
            {question === 'percent' ? (
              <LateNumber
                label={t('phase.percent')}
                suffix=" Gy"
                min={0.01}
                max={500}
                value={gyOf(doseIs)}
                onCommit={(gy) => set('percent', gy)}
              />
            ) : (
              <Checkbox
                size="xs"
                label={t(`phase.${question}`)}
                checked={answered(doseIs, question)}
                onChange={({ currentTarget }) => set(question, currentTarget.checked)}
              />
            )}
            {faultOf(`${at}.${question}`) && (
              <Text size="xs" className={style.wrong}>
                {faultOf(`${at}.${question}`)}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Alert>
  );
}

const answered = (doseIs: CasePhase['doseIs'], question: DoseQuestion): boolean => Boolean(answerOf(doseIs, question));

function gyOf(doseIs: CasePhase['doseIs']): number | undefined {
  const answer = answerOf(doseIs, 'percent');
  return typeof answer === 'number' ? answer : undefined;
}
