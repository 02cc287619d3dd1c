import { Button, Group, Input, Paper, SegmentedControl, Select, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addPhase, removeCourse, setCourse, setFirstDay, setRole } from '../../case/edit/edit-case';
import style from './case.module.css';
import { useEditing } from './editing';
import { DayInput, LateText } from './fields';
import { GuessMark } from './guess-mark';
import { OrganDosesEditor } from './organ-doses-editor';
import { PhaseEditor } from './phase-editor';
import { RemoveButton } from './remove-button';
import { StructuresSelect } from './structures-select';
import { TargetsEditor } from './targets-editor';

/** One course: when, with what, in which phases, against which prescriptions. */
export function CourseEditor({ index }: { readonly index: number }) {
  const { t } = useTranslation('case');
  const { caseFile, change, faultOf } = useEditing();
  const course = caseFile.courses[index];
  const at = `courses[${index}]`;
  const heading = t('course.heading', { number: index + 1 });
  const name = course.name || heading;
  const what = (field: string) => t('what.field', { field, name });
  const isPlanned = course.role === 'planned';
  const first = isPlanned ? 'starts' : 'started';
  const shownFirst = course.starts === undefined ? 'started' : 'starts';
  const firstLabel = t(`course.${first}`);
  return (
    <Paper withBorder p="sm" className={style.course} data-role={course.role} component="article" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h6">
            {heading}
          </Title>
          {caseFile.courses.length > 1 && (
            <RemoveButton
              what={name}
              onClick={() =>
                change((old) => removeCourse(old, index), t('what.removeCourse', { name }), undefined, { index, by: -1 })
              }
            />
          )}
        </Group>
        <div className={style.row}>
          <LateText
            label={t('course.name')}
            value={course.name ?? ''}
            onCommit={(next) =>
              change((old) => setCourse(old, index, { name: next.trim() || undefined }), what(t('course.name')), `${at}.name`)
            }
          />
          <Input.Wrapper
            size="xs"
            label={t('course.role')}
            labelElement="div"
            labelProps={{ id: `role-${index}` }}
            error={faultOf(`${at}.role`)}
          >
            <SegmentedControl
              size="xs"
              fullWidth
              aria-labelledby={`role-${index}`}
              data={[
                { value: 'prior', label: t('course.prior') },
                { value: 'planned', label: t('course.planned') },
              ]}
              value={course.role ?? ''}
              onChange={(role) =>
                change(
                  (old) => setRole(old, index, role === 'planned' ? 'planned' : 'prior'),
                  what(t('course.role')),
                  `${at}.role`,
                )
              }
            />
          </Input.Wrapper>
          <Select
            size="xs"
            label={t('course.chemo')}
            allowDeselect={false}
            data={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(`course.chemoIs.${value}`) }))}
            value={course.concurrentChemotherapy ?? 'unknown'}
            onChange={(value) =>
              change(
                (old) => setCourse(old, index, { concurrentChemotherapy: value === 'yes' || value === 'no' ? value : undefined }),
                what(t('course.chemo')),
              )
            }
          />
        </div>
        <GuessMark field={`${at}.role`} label={t('course.role')} />
        <div className={style.row}>
          <DayInput
            label={firstLabel}
            value={course.started ?? course.starts}
            error={faultOf(`${at}.${shownFirst}`)}
            onCommit={(day) => change((old) => setFirstDay(old, index, day), what(firstLabel), [`${at}.started`, `${at}.starts`])}
          />
          <DayInput
            label={t('course.completed')}
            value={course.completed}
            error={faultOf(`${at}.completed`)}
            onCommit={(day) =>
              change((old) => setCourse(old, index, { completed: day }), what(t('course.completed')), `${at}.completed`)
            }
          />
        </div>
        <GuessMark field={`${at}.started`} label={firstLabel} />
        <GuessMark field={`${at}.starts`} label={firstLabel} />
        <GuessMark field={`${at}.phases`} label={t('phase.heading', { number: '' })} />
        {course.phases.map((_, phase) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a phase has nothing of its own but its place
          <PhaseEditor key={phase} course={index} phase={phase} name={name} />
        ))}
        <Group>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={12} aria-hidden />}
            onClick={() => change((old) => addPhase(old, index), t('what.addPhase'))}
          >
            {t('phase.add')}
          </Button>
        </Group>
        {course.organDoses && (
          <OrganDosesEditor
            label={t('course.organDoses')}
            doses={course.organDoses}
            error={faultOf(`${at}.organDoses`)}
            onChange={(organDoses) => change((old) => setCourse(old, index, { organDoses }), what(t('course.organDoses')))}
          />
        )}
        <TargetsEditor index={index} name={name} />
        {!isPlanned && (
          <div>
            <StructuresSelect
              label={t('course.structures')}
              description={t('course.structuresHint')}
              placeholder={t('course.noStructures')}
              clearable
              path={course.structures}
              error={faultOf(`${at}.structures`)}
              onChoose={(structures) =>
                change((old) => setCourse(old, index, { structures }), what(t('course.structures')), `${at}.structures`)
              }
            />
            <GuessMark field={`${at}.structures`} label={t('course.structures')} />
          </div>
        )}
      </Stack>
    </Paper>
  );
}
