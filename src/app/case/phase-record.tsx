import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setPhaseRecord } from '../../case/edit/edit-case';
import style from './case.module.css';
import { useEditing } from './editing';
import { LateNumber } from './fields';
import { OrganDosesEditor } from './organ-doses-editor';
import type { PhaseProps } from './phase-props';

/** A phase whose dose is known from paper only: its prescription with a hot-spot factor, or maxima of organs. */
export function PhaseRecord({ course, phase, name }: PhaseProps) {
  const { t } = useTranslation('case');
  const { caseFile, change, faultOf } = useEditing();
  const { totalDoseGy, hotSpotFactor, organDoses } = caseFile.courses[course].phases[phase];
  const set = (next: Parameters<typeof setPhaseRecord>[3], field: string) =>
    change(
      (old) => setPhaseRecord(old, course, phase, { totalDoseGy, hotSpotFactor, organDoses, ...next }),
      t('what.field', { field, name }),
    );
  const fault = faultOf(`courses[${course}].phases[${phase}].dose`);
  return (
    <>
      {fault && (
        <Text size="xs" className={style.wrong}>
          {fault}
        </Text>
      )}
      <LateNumber
        label={t('phase.total')}
        description={t('phase.totalHint')}
        suffix=" Gy"
        min={0.01}
        max={200}
        value={totalDoseGy}
        onCommit={(total) => set({ totalDoseGy: total }, t('phase.total'))}
      />
      {totalDoseGy !== undefined && (
        <LateNumber
          label={t('phase.hotSpot')}
          description={t('phase.hotSpotHint')}
          placeholder={t('phase.hotSpotProposed')}
          min={1}
          max={2}
          step={0.01}
          value={hotSpotFactor}
          onCommit={(factor) => set({ hotSpotFactor: factor }, t('phase.hotSpot'))}
        />
      )}
      <OrganDosesEditor
        label={t('phase.maxima')}
        doses={organDoses}
        onChange={(doses) => set({ organDoses: doses }, t('phase.maxima'))}
      />
    </>
  );
}
