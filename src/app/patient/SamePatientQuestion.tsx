import { Alert, Text } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../findings/finding';
import { StatementForm } from '../statements/StatementForm';
import { birthText, idText, nameText, sexText } from './bar-words';
import type { StatedIdentity } from './identities';
import style from './patient.module.css';

interface SamePatientQuestionProps {
  readonly identities: readonly StatedIdentity[];
  /**
   * What is asked about: the files of the case, of which nothing is computed; files of which no case is made yet; or files
   * beside a case that is open and is computed as it is.
   */
  readonly asked?: 'case' | 'files' | 'files beside a case';
  /** Left out where there is nothing yet that an answer could be put into. */
  readonly onAnswer?: ((said: Answer) => void) | undefined;
  /** The answer makes the case as well. */
  readonly makesCase?: boolean;
  /** What differs, in sentences. */
  readonly children?: ReactNode;
  /** How files are named here. */
  readonly short?: (file: string) => string;
}

const asItIs = (file: string): string => file;

const TEXTS = { case: 'question.text', files: 'question.textOfFiles', 'files beside a case': 'question.textBeside' } as const;

/** Nothing is computed of files that name different patients until a person says that they are one. */
export function SamePatientQuestion(props: SamePatientQuestionProps) {
  const { t } = useTranslation('patient');
  const { identities, onAnswer, asked = 'case', makesCase = false, children, short = asItIs } = props;
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      data-part="same-patient"
      icon={<IconAlertOctagon aria-hidden />}
      styles={{ title: { color: 'var(--mantine-color-text)' }, root: { borderWidth: 2 } }}
      title={t('question.title')}
    >
      <Text size="sm">{t(TEXTS[asked])}</Text>
      {children}
      <ul className={style.identities}>
        {identities.map((identity, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: identities have nothing but their place to go by
          <li key={n}>
            <b>
              <bdi>{nameText(t, identity.name)}</bdi>
            </b>
            {' · '}
            <bdi>{idText(t, identity.id)}</bdi>
            {' · '}
            {birthText(t, identity.birthDate)}
            {' · '}
            {sexText(t, identity.sex)}
            <div className={style.files}>
              <bdi>{identity.files.map(short).join(', ')}</bdi>{' '}
              {identity.more > 0 && t(identity.files.length > 0 ? 'question.more' : 'question.files', { count: identity.more })}
            </div>
          </li>
        ))}
      </ul>
      {onAnswer && <StatementForm submit={t(makesCase ? 'question.submitAndMake' : 'question.submit')} onSubmit={onAnswer} />}
    </Alert>
  );
}
