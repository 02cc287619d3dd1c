import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../inspection/inspect';
import { birthText, idText, nameText, sexText } from '../patient/bar-words';

/** One patient, as the files state it. */
export function PatientLine({ patient }: { readonly patient: Inspection['patients'][number] }) {
  const { t } = useTranslation('study');
  const { t: say } = useTranslation('patient');
  const { name, id, birthDate, files } = patient;
  const { sex } = patient as { readonly sex?: string };
  return (
    <Text size="sm">
      <Text span fw={600} size="sm">
        {nameText(say, name)}
      </Text>
      {' · '}
      {[idText(say, id), birthText(say, birthDate), sexText(say, sex), t('study.files', { count: files })].join(' · ')}
    </Text>
  );
}
