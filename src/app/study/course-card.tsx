import { Badge, Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../inspection/inspect';
import { DoseFacts } from './dose-facts';
import { FindingList } from './finding-list';
import { findingsAbout } from './findings-model';
import { StructuresFacts } from './structures-facts';
import style from './study.module.css';
import { type FoundCourse, isoDay, type PlanEntry, prescriptionsOf } from './study-model';

interface CourseCardProps {
  readonly course: FoundCourse;
  readonly inspection: Inspection;
  readonly letters: ReadonlyMap<string, string>;
  readonly short: (file: string) => string;
}

/** A course: its plan, dose, structures and CT, with what was noticed in their files. */
export function CourseCard({ course, inspection, letters, short }: CourseCardProps) {
  const { t } = useTranslation('study');
  const files = [...course.doses, ...course.plans, ...course.structures].map(({ file }) => file);
  const findings = [...new Set(files)].flatMap((file) => findingsAbout(inspection, file));
  return (
    <Paper withBorder p="sm" className={style.course} data-role={course.role} component="article" aria-label={course.name}>
      <Group gap="xs" mb="xs">
        <Text fw={600} size="sm">
          {course.day || t('study.undated')}
        </Text>
        <Title order={3} size="h5">
          {course.name}
        </Title>
        {course.role && (
          <Badge variant="filled" tt="none" color={course.role === 'planned' ? 'indigo.8' : 'gray.7'}>
            {t(`study.role.${course.role}`)}
          </Badge>
        )}
        {course.frames.map((uid) => (
          <Badge key={uid} variant="default" title={uid} style={{ textTransform: 'none' }}>
            {t('study.frame', { letter: letters.get(uid) ?? '?' })}
          </Badge>
        ))}
        {course.frames.length === 0 && <Badge variant="default">{t('study.noFrame')}</Badge>}
      </Group>
      <dl className={style.facts}>
        <Fact name={t('study.plan')}>
          {course.plans.length === 0
            ? t('study.noPlan')
            : course.plans.map((plan) => <PlanFacts key={plan.file} plan={plan} short={short} />)}
        </Fact>
        <Fact name={t('study.prescription')}>
          {prescriptionsOf(course.plans) || t(course.plans.length > 0 ? 'study.noPrescription' : 'study.unknownCount')}
        </Fact>
        <Fact name={t('study.fractions')}>{fractionsOf(course.plans) || t('study.unknownCount')}</Fact>
        <Fact name={t('study.dose')}>
          {course.doses.map((dose) => (
            <DoseFacts key={dose.file} dose={dose} short={short} />
          ))}
        </Fact>
        <Fact name={t('study.structures')}>
          {course.structures.length === 0
            ? t('study.noStructures')
            : course.structures.map((set) => <StructuresFacts key={set.file} set={set} short={short} />)}
        </Fact>
        <Fact name={t('study.ct')}>
          {course.ct.length === 0 ? t('study.noCt') : course.ct.map((ct) => <CtFacts key={ct.firstFile} ct={ct} />)}
        </Fact>
      </dl>
      {findings.length > 0 && <div style={{ marginTop: 8 }}>{<FindingList findings={findings} compact />}</div>}
    </Paper>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function PlanFacts({ plan, short }: { readonly plan: PlanEntry; readonly short: (file: string) => string }) {
  const { t } = useTranslation('study');
  const status = plan.approvalStatus === 'APPROVED' ? t('study.approved') : t('study.notApproved');
  return (
    <div>
      <Text size="sm" span>
        {[plan.label, isoDay(plan.date), status].filter(Boolean).join(' · ')}
      </Text>{' '}
      <span className={style.file} title={plan.file}>
        {short(plan.file)}
      </span>
    </div>
  );
}

function CtFacts({ ct }: { readonly ct: FoundCourse['ct'][number] }) {
  const { t } = useTranslation('study');
  const spacing = ct.spacingMm === null ? '' : t('study.everyMm', { mm: Number(ct.spacingMm.toFixed(2)) });
  return (
    <div>{[ct.description, isoDay(ct.date), t('study.images', { count: ct.images }), spacing].filter(Boolean).join(' · ')}</div>
  );
}

const fractionsOf = (plans: readonly PlanEntry[]): string =>
  plans.map(({ fractionGroups }) => fractionGroups.map(({ fractions }) => fractions ?? '?').join(' + ')).join('; ');
