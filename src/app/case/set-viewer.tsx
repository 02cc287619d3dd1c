import { Modal, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Constraint } from '../../constraints/constraint';
import type { ConstraintSet } from '../../constraints/constraint-set';
import style from './case.module.css';
import { useOrganLabel } from './use-organ-label';

interface SetViewerProps {
  readonly set: ConstraintSet | undefined;
  readonly onClose: () => void;
}

/** Every goal of a set with its rules and its source. */
export function SetViewer({ set, onClose }: SetViewerProps) {
  const { t } = useTranslation('case');
  return (
    <Modal
      opened={set !== undefined}
      onClose={onClose}
      size="min(1280px, 96vw)"
      title={set && t('limits.goalsOf', { title: set.title })}
      closeButtonProps={{ 'aria-label': t('editor.close') }}
    >
      {set && <Goals set={set} />}
    </Modal>
  );
}

function Goals({ set }: { readonly set: ConstraintSet }) {
  const { t } = useTranslation('case');
  const label = useOrganLabel();
  return (
    <div className={style.page} style={{ padding: 0 }}>
      <Text size="sm" lang="en">
        {set.description}
      </Text>
      <Text size="sm" mt={4} mb="xs">
        <b>{t('limits.opinion')}:</b> <span lang="en">{set.opinionNote}</span>
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section className={style.scroll} tabIndex={0} aria-label={t('limits.goalsOf', { title: set.title })}>
        <Table className={style.table} layout="fixed" stickyHeader horizontalSpacing="xs" fz="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="15%">{t('limits.organ')}</Table.Th>
              <Table.Th w="20%">{t('limits.goal')}</Table.Th>
              <Table.Th w="12%">{t('limits.alphaBeta')}</Table.Th>
              <Table.Th w="12%">{t('limits.recovery')}</Table.Th>
              <Table.Th w="13%">{t('limits.conditions')}</Table.Th>
              <Table.Th>{t('limits.source')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {byGoal(set.constraints).map(({ goal, organs }) => (
              <GoalRow key={keyOf(goal) + organs.join()} goal={goal} organs={organs.map(label)} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  );
}

/** All of a goal but the organ it is for. */
const keyOf = ({ organ: _, ...goal }: Constraint): string => JSON.stringify({ ...goal, goal: goal.goal.text });

/** Goals that are the same but for the organ, told once with all their organs. */
function byGoal(constraints: readonly Constraint[]): { goal: Constraint; organs: string[] }[] {
  const groups = new Map<string, { goal: Constraint; organs: string[] }>();
  for (const goal of constraints) {
    const group = groups.get(keyOf(goal));
    if (group) group.organs.push(goal.organ);
    else groups.set(keyOf(goal), { goal, organs: [goal.organ] });
  }
  return [...groups.values()];
}

const CONDITIONS = [
  'intervalMonthsAtLeast',
  'intervalMonthsBelow',
  'plannedFractionsAtLeast',
  'plannedFractionsAtMost',
  'courseBedGyAtMost',
  'courseBedGyAbove',
  'lowestLevelFractionGyAtLeast',
  'lowestLevelFractionGyAtMost',
  'highestLevelFractionGyAtMost',
] as const;

function GoalRow({ goal, organs }: { readonly goal: Constraint; readonly organs: readonly string[] }) {
  const { t } = useTranslation('case');
  const { alphaBetaGy, recovery, requires } = goal;
  const steps =
    typeof recovery === 'object'
      ? recovery.steps.map(({ fromMonths, factor }) =>
          t('limits.step', { from: fromMonths, factor: Number((100 * factor).toFixed(1)) }),
        )
      : [recovery === 'organ' ? t('limits.ofOrgan') : recovery === 'none' ? t('limits.noRecovery') : `${100 * recovery} %`];
  const conditions = CONDITIONS.filter((name) => requires?.[name] !== undefined).map((name) =>
    t(`limits.${name}`, { value: requires![name] }),
  );
  return (
    <Table.Tr>
      <Table.Td>
        {organs.map((organ) => (
          <div key={organ}>{organ}</div>
        ))}
      </Table.Td>
      <Table.Td>
        <b>{goal.goal.text}</b>
        <div>
          {t(`limits.quantity.${goal.quantity}`)}, {t(`limits.scope.${goal.scope}`)}
          {!goal.mandatory && `, ${t('limits.notMandatory')}`}
        </div>
      </Table.Td>
      <Table.Td>
        {alphaBetaGy === undefined ? '–' : alphaBetaGy === 'organ' ? t('limits.ofOrgan') : `${alphaBetaGy} Gy`}
        {goal.alphaBetaNote && <div lang="en">{goal.alphaBetaNote}</div>}
      </Table.Td>
      <Table.Td>
        {steps.map((step) => (
          <div key={step}>{step}</div>
        ))}
      </Table.Td>
      <Table.Td>
        {conditions.map((condition) => (
          <div key={condition}>{condition}</div>
        ))}
      </Table.Td>
      <Table.Td>
        <div lang="en">{goal.source}</div>
        <div>{t(`organs.evidence.${goal.evidence}`)}</div>
        {goal.note && <div lang="en">{goal.note}</div>}
      </Table.Td>
    </Table.Tr>
  );
}
