import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import style from './study.module.css';
import { isoDay, type StructuresEntry } from './study-model';

/** A structure set: which of its ROIs are known as organs, and which are not. */
export function StructuresFacts({ set, short }: { readonly set: StructuresEntry; readonly short: (file: string) => string }) {
  const { t } = useTranslation('study');
  const drawn = set.rois.filter(({ contours }) => contours > 0);
  const known = drawn.filter(({ organ }) => organ !== null);
  const unknown = drawn.filter(({ organ }) => organ === null).map(({ name }) => name);
  const empty = set.rois.filter(({ contours }) => contours === 0).map(({ name }) => name);
  return (
    <div>
      <Text size="sm" span>
        {[set.label, isoDay(set.date), t('study.organsOf', { organs: known.length, rois: drawn.length })]
          .filter(Boolean)
          .join(' · ')}
      </Text>{' '}
      <span className={style.file} title={set.file}>
        {short(set.file)}
      </span>
      <Text size="sm" c="dimmed">
        {known.map(({ name, organ }) => (name === organ ? name : `${name} → ${organ}`)).join(', ')}
      </Text>
      {unknown.length > 0 && (
        <Text size="sm">
          {t('study.unknownRois')}: {unknown.join(', ')}
        </Text>
      )}
      {empty.length > 0 && (
        <Text size="sm">
          {t('study.emptyRoi')}: {empty.join(', ')}
        </Text>
      )}
    </div>
  );
}
