import { Alert, Badge, Button, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../case/case-file';
import { registrationFileOf } from '../../case/registration-entry';
import type { Guess, Missing } from '../../inspection/proposal-words';
import type { CaseProposal } from '../../inspection/propose-case';
import { withOpenFields } from '../state/open-fields';
import { guessText, missingText } from '../words/core-words';
import { RefusalText } from '../words/RefusalText';
import { useWords } from '../words/use-words';
import style from './study.module.css';

interface ProposalCardProps {
  readonly proposal: CaseProposal;
  readonly short: (file: string) => string;
  readonly onMakeCase: (caseFile: CaseFile) => void;
  /** Leads to what has to be answered before a case can be made; left out where there is nothing. */
  readonly onQuestion?: (() => void) | undefined;
}

/** What the program would make of the files, what it guessed for that, and what it still needs. */
export function ProposalCard(props: ProposalCardProps) {
  const { proposal, short, onMakeCase, onQuestion } = props;
  const { guesses, missing } = proposal;
  const caseFile = withOpenFields(proposal);
  const { t } = useTranslation('study');
  const words = useWords();
  return (
    <Paper withBorder p="md" shadow="sm" component="section" aria-label={t('proposal.title')} className={style.sticky}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {t('proposal.title')}
        </Title>
        {missing.length > 0 && (
          <Alert
            classNames={{ title: style.alert }}
            color={caseFile ? 'yellow' : 'red'}
            icon={caseFile ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleX size={18} aria-hidden />}
            title={caseFile ? t('proposal.missing') : t('proposal.impossible')}
          >
            <List size="sm">
              {missing.map((what) => (
                <List.Item key={`${what.field} ${what.message}`}>
                  <b>{words.missing[what.code].title}:</b>{' '}
                  {isRefusal(what) ? <RefusalText refusal={what.facts} /> : missingText(words, what)}
                </List.Item>
              ))}
            </List>
            {caseFile && (
              <Text size="sm" mt={4}>
                {t('proposal.missingText')}
              </Text>
            )}
          </Alert>
        )}
        {caseFile && (
          <>
            <Text size="sm">{onQuestion ? t('proposal.notBefore') : t('proposal.ready')}</Text>
            <Button
              size="md"
              color={onQuestion ? 'red.9' : 'indigo.8'}
              leftSection={onQuestion && <IconAlertTriangle size={18} aria-hidden />}
              onClick={onQuestion ?? (() => onMakeCase(caseFile))}
            >
              {onQuestion ? t('proposal.toQuestion') : t('proposal.make')}
            </Button>
            <CaseSummary caseFile={caseFile} short={short} />
            <Text fw={600} size="sm">
              {guesses.length > 0 ? t('proposal.guesses') : t('proposal.noGuesses')}
            </Text>
            <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
              {guesses.map((guess) => (
                <Text component="li" size="sm" key={`${guess.field} ${guess.message}`}>
                  <Badge color="yellow.4" variant="filled" autoContrast size="sm" mr={6} tt="none">
                    {t('proposal.guessed')}
                  </Badge>
                  {guessText(words, withShortFile(guess, short))}
                </Text>
              ))}
            </Stack>
          </>
        )}
      </Stack>
    </Paper>
  );
}

/** What is missing because a file was refused. */
const isRefusal = (what: Missing) => what.code === 'not-usable' || what.code === 'same-patient';

/** A guess whose file is named as short as the page names files. */
const withShortFile = (guess: Guess, short: (file: string) => string): Guess =>
  guess.code === 'newest-structures' ? { ...guess, facts: { ...guess.facts, file: short(guess.facts.file) } } : guess;

function CaseSummary({ caseFile, short }: { readonly caseFile: CaseFile; readonly short: (file: string) => string }) {
  const { t } = useTranslation('study');
  const registrations = (caseFile.registrations ?? []).flatMap((entry) => registrationFileOf(entry) ?? []);
  return (
    <dl className={style.facts}>
      {caseFile.courses.map((course) => (
        <div key={`${course.role} ${course.name}`} style={{ display: 'contents' }}>
          <dt>{t(`study.role.${course.role ?? 'open'}`)}</dt>
          <dd>{[course.name, course.started ?? course.starts].filter(Boolean).join(' · ')}</dd>
        </div>
      ))}
      <dt>{t('proposal.anatomy')}</dt>
      <dd className={style.file}>{caseFile.structures === '' ? '–' : short(caseFile.structures)}</dd>
      {registrations.length > 0 && (
        <>
          <dt>{t('proposal.registrations')}</dt>
          <dd className={style.file}>{registrations.map(short).join(', ')}</dd>
        </>
      )}
    </dl>
  );
}
