import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../assessment/inspect';
import { isoDay } from './study-model';

/** A DICOM name as people write it: `Thorax^Sample` as `Thorax Sample`; the ideographic group first where there is one. */
const shownName = (name: string): string => {
  const [alphabetic, ideographic] = name.split('=').map((group) => group.replaceAll('^', ' ').trim());
  return ideographic ? `${ideographic} (${alphabetic})` : alphabetic;
};

/** One patient, as the files state it. */
export function PatientLine({ patient }: { readonly patient: Inspection['patients'][number] }) {
  const { t } = useTranslation('study');
  const { name, id, birthDate, files } = patient;
  return (
    <Text size="sm">
      <Text span fw={600} size="sm">
        {shownName(name) || t('study.noName')}
      </Text>
      {' · '}
      {[
        id ? t('study.idOf', { id }) : t('study.noId'),
        birthDate && t('study.born', { day: isoDay(birthDate) }),
        t('study.files', { count: files }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  );
}
