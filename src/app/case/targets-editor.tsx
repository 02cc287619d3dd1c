import { Button, Group, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setTargets } from '../../case/edit/edit-case';
import { targetKind } from '../../constraints/target-names';
import style from './case.module.css';
import { useEditing } from './editing';
import { LateNumber } from './fields';
import { GuessMark } from './guess-mark';
import { roisOf } from './organ-rows';
import { RemoveButton } from './remove-button';

/** The prescriptions of a course: which target, how much. */
export function TargetsEditor({ index, name }: { readonly index: number; readonly name: string }) {
  const { t } = useTranslation('case');
  const { caseFile, inspection, change, faultOf } = useEditing();
  const course = caseFile.courses[index];
  const targets = course.targets ?? [];
  const field = `courses[${index}].targets`;
  const rois = roisOf(inspection, course.role === 'planned' ? caseFile.structures : course.structures);
  const names = [...rois.filter((roi) => targetKind(roi)), ...rois.filter((roi) => !targetKind(roi))];
  const next = names.find((roi) => targets.every((target) => target.roi !== roi)) ?? names[0];
  const set = (next: typeof targets) =>
    change((old) => setTargets(old, index, next), t('what.field', { field: t('course.targets'), name }), field);
  const replace = (at: number, next: Partial<(typeof targets)[number]>) =>
    set(targets.map((target, n) => (n === at ? { ...target, ...next } : target)));
  return (
    <div>
      <Text size="xs" fw={600}>
        {t('course.targets')}
      </Text>
      {course.role === 'planned' && (
        <Text size="xs" c="dimmed">
          {t('course.targetsHint')}
        </Text>
      )}
      {targets.map((target, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a target may be named twice while it is edited
        <Group key={n} gap="xs" wrap="nowrap" align="flex-start" mt={4}>
          <Select
            size="xs"
            className={style.wide}
            aria-label={t('course.targetRoi', { number: n + 1 })}
            searchable
            allowDeselect={false}
            data={[...new Set([...names, target.roi])].filter((roi) => roi !== '')}
            value={target.roi || null}
            error={faultOf(`${field}[${n}].roi`)}
            onChange={(roi) => roi !== null && replace(n, { roi })}
          />
          <LateNumber
            w={110}
            aria-label={t('course.targetDose', { number: n + 1 })}
            suffix=" Gy"
            min={0.01}
            max={200}
            value={target.doseGy}
            onCommit={(doseGy) => doseGy !== undefined && replace(n, { doseGy })}
          />
          <RemoveButton what={target.roi} onClick={() => set(targets.filter((_, other) => other !== n))} />
        </Group>
      ))}
      <GuessMark field={field} label={t('course.targets')} />
      <Button
        mt={4}
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={12} aria-hidden />}
        onClick={() => set([...targets, { roi: next ?? '', doseGy: targets.at(-1)?.doseGy ?? 50 }])}
      >
        {t('course.addTarget')}
      </Button>
    </div>
  );
}
