import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditing } from './editing';
import { entryAt } from './entries';

interface StructuresSelectProps extends Omit<SelectProps, 'value' | 'onChange' | 'data'> {
  /** As the case has it. */
  readonly path: string | undefined;
  readonly onChoose: (path: string | undefined) => void;
}

/** One of the structure sets among the files; also one that is not, where the case names it. */
export function StructuresSelect({ path, onChoose, ...rest }: StructuresSelectProps) {
  const { t } = useTranslation('case');
  const { inspection, short } = useEditing();
  const chosen = entryAt(inspection.structureSets, path);
  const data = inspection.structureSets.map(({ file, label, date, rois }) => ({
    value: file,
    label: [label, date?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'), `${rois.length} ROI`, short(file)]
      .filter(Boolean)
      .join(' · '),
  }));
  if (path && !chosen) data.push({ value: path, label: t('phase.notHere', { file: path }) });
  return (
    <Select
      size="xs"
      checkIconPosition="right"
      {...rest}
      data={data}
      value={chosen?.file ?? (path || null)}
      onChange={(file) => onChoose(file === null ? undefined : file === path ? path : file)}
    />
  );
}
