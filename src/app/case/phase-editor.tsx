import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { removePhase, setPhase, setPhaseDose, setPhaseRecord } from '../../case/edit/edit-case';
import style from './case.module.css';
import { useEditing } from './editing';
import { LateText } from './fields';
import { PhaseDose } from './phase-dose';
import { PhaseFractions } from './phase-fractions';
import type { PhaseProps } from './phase-props';
import { PhaseRecord } from './phase-record';
import { RemoveButton } from './remove-button';

/** One phase of a course: its dose and how it is fractionated. */
export function PhaseEditor(props: PhaseProps) {
  const { t } = useTranslation('case');
  const { caseFile, change } = useEditing();
  const { course, phase, name } = props;
  const { phases } = caseFile.courses[course];
  const value = phases[phase];
  const at = `courses[${course}].phases[${phase}]`;
  const isRecord = value.dose === undefined;
  const heading = t('phase.heading', { number: phase + 1 });
  const what = (field: string) => t('what.field', { field, name });
  return (
    <Stack gap={6} className={style.phase} component="section" aria-label={`${name}, ${heading}`}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        {phases.length > 1 ? (
          <LateText
            aria-label={`${heading}: ${t('phase.name')}`}
            placeholder={heading}
            value={value.name ?? ''}
            onCommit={(next) =>
              change((old) => setPhase(old, course, phase, { name: next.trim() || undefined }), what(t('phase.name')))
            }
            w={180}
          />
        ) : (
          <Text size="sm" fw={600}>
            {heading}
          </Text>
        )}
        <Group gap={4} wrap="nowrap">
          <SegmentedControl
            size="xs"
            aria-label={t('phase.kind')}
            data={[
              { value: 'file', label: t('phase.file') },
              { value: 'record', label: t('phase.record') },
            ]}
            value={isRecord ? 'record' : 'file'}
            onChange={(kind) =>
              change(
                (old) => (kind === 'record' ? setPhaseRecord(old, course, phase, {}) : setPhaseDose(old, course, phase, '')),
                what(t('phase.kind')),
                at,
              )
            }
          />
          {phases.length > 1 && (
            <RemoveButton
              what={`${name}, ${heading}`}
              onClick={() => change((old) => removePhase(old, course, phase), t('what.removePhase'))}
            />
          )}
        </Group>
      </Group>
      {isRecord ? <PhaseRecord {...props} /> : <PhaseDose {...props} />}
      <PhaseFractions {...props} />
    </Stack>
  );
}
