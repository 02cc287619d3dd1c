import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { en } from '../words/en/screens/study';
import style from './study.module.css';
import { type DoseEntry, needsAnswer, shortNumber } from './study-model';

/** What a dose file says of its dose. */
export function DoseFacts({ dose, short }: { readonly dose: DoseEntry; readonly short: (file: string) => string }) {
  const { t } = useTranslation('study');
  const { summation, type, units, highest, voxels, spacingMm } = dose;
  const summed = Object.hasOwn(en.study.summation, summation || 'none')
    ? t(`study.summation.${(summation || 'none') as keyof typeof en.study.summation}`)
    : summation;
  const kind = Object.hasOwn(en.study.type, type || 'none')
    ? t(`study.type.${(type || 'none') as keyof typeof en.study.type}`)
    : type;
  const unit = units === 'GY' ? 'Gy' : units === 'CGY' ? 'cGy' : units === 'RELATIVE' ? '%' : units;
  const parts = [
    summed,
    kind,
    highest === null ? '' : t('study.highest', { value: shortNumber(highest), unit }),
    t('study.grid', {
      size: voxels.map((count) => count ?? '?').join(' × '),
      spacing: spacingMm.map((mm) => (mm === null ? '?' : shortNumber(mm))).join(' × '),
    }),
  ];
  return (
    <div>
      <Text size="sm" span>
        {parts.filter(Boolean).join(' · ')}
      </Text>{' '}
      {needsAnswer(dose) && (
        <Badge color="yellow.4" variant="filled" autoContrast size="sm" tt="none">
          {t('study.needsAnswer')}
        </Badge>
      )}{' '}
      <span className={style.file} title={dose.file}>
        {short(dose.file)}
      </span>
    </div>
  );
}
