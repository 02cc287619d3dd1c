import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setPhase, setPhaseDose } from '../../case/edit/edit-case';
import style from './case.module.css';
import { DoseAnswersEditor } from './dose-answers-editor';
import { useEditing } from './editing';
import { entryAt } from './entries';
import { chosenKey, doseChoices, dosePathsOf, phaseFacts } from './phase-facts';
import type { PhaseProps } from './phase-props';

/** Which dose file a phase has, of which plan, and what the file leaves open. */
export function PhaseDose({ course, phase, name }: PhaseProps) {
  const { t } = useTranslation('case');
  const { caseFile, inspection, short, change, faultOf } = useEditing();
  const value = caseFile.courses[course].phases[phase];
  const at = `courses[${course}].phases[${phase}]`;
  const what = (field: string) => t('what.field', { field, name });
  const facts = phaseFacts(value, inspection);

  const choices = doseChoices(inspection);
  const key = chosenKey(value);
  const paths = dosePathsOf(value);
  const data = choices.map((choice) => ({
    value: choice.key,
    label: choice.areBeams
      ? t('phase.beams', { plan: choice.plan, count: choice.files.length })
      : [choice.plan, short(choice.files[0])].filter(Boolean).join(' · '),
  }));
  if (paths.length > 0 && !choices.some((choice) => choice.key === key))
    data.push({
      value: key,
      label: facts.notHere.length > 0 ? t('phase.notHere', { file: paths.join(', ') }) : paths.map(short).join(', '),
    });
  const choose = (chosen: string | null) => {
    const files = choices.find((choice) => choice.key === chosen)?.files.map((file) => file);
    if (!files) return;
    change((old) => setPhaseDose(old, course, phase, files.length === 1 ? files[0] : [...files]), what(t('phase.dose')), at);
  };

  const plan = entryAt(inspection.plans, value.plan);
  const planData = inspection.plans.map(({ file, label }) => ({
    value: file,
    label: [label, short(file)].filter(Boolean).join(' · '),
  }));
  if (value.plan !== undefined && !plan) planData.push({ value: value.plan, label: t('phase.notHere', { file: value.plan }) });
  const ofDose = facts.doses[0]?.plan;
  return (
    <>
      <div className={style.row}>
        <Select
          size="xs"
          label={t('phase.dose')}
          placeholder={t('phase.choose')}
          allowDeselect={false}
          data={data}
          value={paths.length > 0 ? key : null}
          onChange={choose}
          error={faultOf(`${at}.dose`)}
        />
        <Select
          size="xs"
          label={t('phase.plan')}
          placeholder={ofDose ? t('phase.planOfDose', { plan: ofDose.label || short(ofDose.file) }) : t('phase.noPlan')}
          clearable
          data={planData}
          value={plan?.file ?? value.plan ?? null}
          onChange={(file) =>
            change(
              (old) => setPhase(old, course, phase, { plan: file === null ? undefined : file }),
              what(t('phase.plan')),
              `${at}.plan`,
            )
          }
          error={faultOf(`${at}.plan`)}
        />
      </div>
      <DoseAnswersEditor course={course} phase={phase} name={name} questions={facts.questions} />
    </>
  );
}
