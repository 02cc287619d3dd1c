import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CasePhase } from '../../case/case-file';
import { type Patch, setFractionsPerDay, setPhase, splitPhase } from '../../case/edit/edit-case';
import style from './case.module.css';
import { useEditing } from './editing';
import { LateNumber } from './fields';
import { phaseFacts, sharesDose } from './phase-facts';
import type { PhaseProps } from './phase-props';

/** How many fractions, how many of them delivered, how many a day, and which share of a shared dose. */
export function PhaseFractions({ course, phase, name }: PhaseProps) {
  const { t } = useTranslation('case');
  const { caseFile, inspection, change, faultOf } = useEditing();
  const value = caseFile.courses[course].phases[phase];
  const at = `courses[${course}].phases[${phase}]`;
  const { planFractions, groups } = phaseFacts(value, inspection);
  const isShared = value.doseShare !== undefined || sharesDose(caseFile.courses[course], phase);
  const set = (field: keyof CasePhase, label: string, patch: Patch<CasePhase>) =>
    change((old) => setPhase(old, course, phase, patch), t('what.field', { field: label, name }), `${at}.${field}`);
  const perDay = value.fractionsPerDay ?? 1;
  const differs = value.fractions !== undefined && planFractions !== undefined && value.fractions !== planFractions;
  return (
    <>
      <div className={style.row}>
        <LateNumber
          label={t('phase.fractions')}
          placeholder={planFractions === undefined ? '' : t('phase.fromPlan', { count: planFractions })}
          description={differs ? t('phase.planSays', { count: planFractions }) : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDecimal={false}
          min={1}
          max={200}
          value={value.fractions}
          error={faultOf(`${at}.fractions`)}
          onCommit={(fractions) => set('fractions', t('phase.fractions'), { fractions })}
        />
        <LateNumber
          label={t('phase.delivered')}
          allowDecimal={false}
          min={1}
          max={200}
          value={value.deliveredFractions}
          error={faultOf(`${at}.deliveredFractions`)}
          onCommit={(deliveredFractions) => set('deliveredFractions', t('phase.delivered'), { deliveredFractions })}
        />
        <LateNumber
          label={t('phase.perDay')}
          placeholder="1"
          allowDecimal={false}
          min={1}
          max={4}
          value={value.fractionsPerDay}
          onCommit={(count) =>
            change((old) => setFractionsPerDay(old, course, phase, count), t('what.field', { field: t('phase.perDay'), name }))
          }
        />
        {perDay > 1 && (
          <LateNumber
            label={t('phase.hours')}
            suffix=" h"
            min={0.1}
            max={24}
            value={value.hoursBetween}
            error={faultOf(`${at}.hoursBetween`)}
            onCommit={(hoursBetween) => set('hoursBetween', t('phase.hours'), { hoursBetween })}
          />
        )}
        {isShared && (
          <LateNumber
            label={t('phase.share')}
            description={t('phase.shareHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            suffix=" %"
            min={0.01}
            max={100}
            decimalScale={4}
            value={value.doseShare === undefined ? undefined : Number((100 * value.doseShare).toFixed(4))}
            error={faultOf(`${at}.doseShare`)}
            onCommit={(percent) =>
              set('doseShare', t('phase.share'), {
                doseShare: percent === undefined ? undefined : Number((percent / 100).toFixed(6)),
              })
            }
          />
        )}
      </div>
      {groups.length > 1 && (
        <div>
          <Text size="xs">{t('phase.groups', { groups: groups.map((count) => count ?? '?').join(' + ') })}</Text>
          {!isShared && (
            <Button
              size="compact-xs"
              variant="default"
              mt={4}
              onClick={() => change((old) => splitPhase(old, course, phase, groups), t('what.split'))}
            >
              {t('phase.split')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
