import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DrawnOrgan, DrawnWhere } from './drawn-organs';
import { organName } from './organ-match';

const listed = (drawn: readonly DrawnOrgan[]): string => drawn.map(({ file, rois }) => `${rois.join(', ')} (${file})`).join('; ');

interface AbsentTextProps extends DrawnWhere {
  readonly organ: string;
  /** What was asked for, where the word is of one side of it and the other side is drawn. */
  readonly side?: { readonly of: string; readonly drawn: readonly DrawnOrgan[] } | undefined;
}

/** What it means that a patient has no such organ, and what the contours say against it. */
export function AbsentText({ organ, side, planned, earlier }: AbsentTextProps) {
  const { t } = useTranslation('assess');
  const name = organName(t, organ);
  if (planned.length > 0) {
    return (
      <Alert color="red" role="alert">
        {t('table.absentRefused', { organ: name, drawn: listed(planned) })}
      </Alert>
    );
  }
  return (
    <>
      {earlier.length > 0 && (
        <Alert color="orange" role="alert" mb="xs">
          {t('table.absentDrawnBefore', { organ: name, drawn: listed(earlier) })}
        </Alert>
      )}
      {side && (
        <Text size="sm" mb="xs" data-part="one-side">
          {t('table.absentSide', { organ: name, whole: organName(t, side.of), drawn: listed(side.drawn) })}
        </Text>
      )}
      <Text size="sm">{t('table.absentText')}</Text>
    </>
  );
}
