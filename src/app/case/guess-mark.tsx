import { Badge, Button, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { guessText } from '../words/core-words';
import { useWords } from '../words/use-words';
import style from './case.module.css';
import { useEditing } from './editing';

/** Says that a field was guessed and why, until it is edited or confirmed. */
export function GuessMark({ field, label }: { readonly field: string; readonly label: string }) {
  const { t } = useTranslation('case');
  const { guesses, confirm } = useEditing();
  const words = useWords();
  // All of them: what is confirmed is to be seen.
  const here = guesses.filter((each) => each.field === field);
  if (here.length === 0) return null;
  return (
    <div className={style.guess}>
      <Badge color="yellow.4" variant="filled" autoContrast size="xs" tt="none">
        {t('guess.guessed')}
      </Badge>
      <Text size="xs" span>
        {[...new Set(here.map(({ code }) => words.guesses[code].title))].join(' ')}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconCheck size={12} aria-hidden />}
        aria-label={t('guess.confirmOf', { field: label })}
        title={here.map((guess) => guessText(words, guess)).join(' ')}
        onClick={() => confirm(field)}
      >
        {t('guess.confirm')}
      </Button>
    </div>
  );
}
