import { Button, Grid, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { Fragment, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarMonths } from '../../calendar-months';
import type { CaseFile } from '../../case/case-file';
import { withSamePatient } from '../../case/edit/edit-statements';
import { isMixUp } from '../../study/patient-findings';
import type { OpenedStudy } from '../engine/engine-api';
import { covers, identitiesIn } from '../patient/identities';
import { SamePatientQuestion } from '../patient/SamePatientQuestion';
import { commonFolder, filesOf } from '../state/case-paths';
import { withOpenFields } from '../state/open-fields';
import { FindingText } from '../words/FindingText';
import { CourseCard } from './course-card';
import { DoseFacts } from './dose-facts';
import { FindingList } from './finding-list';
import { findingsAbout, generalFindings } from './findings-model';
import { foundFrames, lettersOf } from './frames-model';
import { FramesPanel } from './frames-panel';
import { PatientLine } from './patient-line';
import { ProposalCard } from './proposal-card';
import { SkippedFiles } from './skipped-files';
import { StructuresFacts } from './structures-facts';
import style from './study.module.css';
import { daysApart, dosesLeft, foundCourses, structuresLeft } from './study-model';
import { useWindowDrop } from './use-window-drop';

export interface StudyPageProps {
  readonly study: OpenedStudy;
  /** Takes the proposed case as it stands; with what a person had to say first, which can be undone by itself. */
  readonly onMakeCase: (caseFile: CaseFile, said?: (caseFile: CaseFile) => CaseFile) => void;
  /** The user's word of the case that is open, where there is one. */
  readonly samePatient?: CaseFile['samePatient'];
  /** Whether a case is open, which these files are beside. */
  readonly hasCase?: boolean;
  readonly onOpenMore: () => void;
  /** Left out where something else takes what is dropped on the window. */
  readonly onDropped?: (transfer: DataTransfer) => void;
}

/** What was found in the files, and the case that can be made of it. */
export function StudyPage({ study, onMakeCase, samePatient, hasCase = false, onOpenMore, onDropped }: StudyPageProps) {
  const { t } = useTranslation('study');
  const isOver = useWindowDrop(onDropped);
  const { inspection, proposal } = study;
  const courses = foundCourses(study);
  const groups = foundFrames(inspection);
  const letters = lettersOf(groups);
  const folder = commonFolder(filesOf(inspection));
  const short = (file: string) => (folder !== '' && file.startsWith(folder) ? file.slice(folder.length) : file);
  const mixUp = inspection.findings.filter(isMixUp);
  const proposed = withOpenFields(proposal);
  const identities = identitiesIn(inspection);
  const isAsked = mixUp.length > 0 && !covers(samePatient, identities);
  const question = useRef<HTMLDivElement>(null);
  const toQuestion = () => {
    question.current?.scrollIntoView({ block: 'center' });
    question.current?.querySelector('input')?.focus();
  };
  const general = generalFindings(inspection);
  const unused = proposal.caseFile ? dosesLeft(inspection, courses) : [];
  const otherSets = structuresLeft(inspection, courses);
  return (
    <div className={style.page}>
      {isOver && <div className={style.veil}>{t('study.dropMore')}</div>}
      <Group justify="space-between" mb="sm" align="flex-start" wrap="nowrap">
        <div>
          <Title order={1} size="h3">
            {t('study.title')}
          </Title>
          {inspection.patients.map((patient) => (
            <PatientLine key={JSON.stringify(patient)} patient={patient} />
          ))}
        </div>
        <Button
          variant="default"
          leftSection={<IconFilePlus size={18} aria-hidden />}
          onClick={onOpenMore}
          style={{ flex: 'none' }}
        >
          {t('study.addFiles')}
        </Button>
      </Group>
      {isAsked && (
        <div ref={question} style={{ marginBottom: 'var(--mantine-spacing-md)' }}>
          <SamePatientQuestion
            identities={identities}
            asked={hasCase ? 'files beside a case' : 'files'}
            short={short}
            makesCase={proposed !== undefined}
            onAnswer={proposed && ((said) => onMakeCase(proposed, (caseFile) => withSamePatient(caseFile, identities, said)))}
          >
            {mixUp.map((finding) => (
              <Text key={finding.message} size="sm">
                <FindingText finding={finding} />
              </Text>
            ))}
          </SamePatientQuestion>
        </div>
      )}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            {general.length > 0 && (
              <section aria-label={t('study.general')}>
                <FindingList findings={general} />
              </section>
            )}
            <Stack component="section" gap={0} aria-label={t('study.courses')}>
              <Title order={2} size="h5" mb={4}>
                {t('study.courses')}
              </Title>
              {inspection.doses.length === 0 && (
                <Paper withBorder p="md">
                  <Text fw={600}>{t('study.noDose')}</Text>
                  <Text size="sm">{t('study.noDoseText')}</Text>
                </Paper>
              )}
              {courses.map((course, n) => (
                <Fragment key={`${course.day} ${course.name} ${course.doses[0]?.file}`}>
                  {n > 0 && <Interval from={courses[n - 1].day} to={course.day} />}
                  <CourseCard course={course} inspection={inspection} letters={letters} short={short} />
                </Fragment>
              ))}
            </Stack>
            {unused.length > 0 && (
              <Paper withBorder p="sm" component="section" aria-label={t('study.notUsed')}>
                <Title order={2} size="h5">
                  {t('study.notUsed')}
                </Title>
                <Text size="sm" c="dimmed">
                  {t('study.notUsedText')}
                </Text>
                {unused.map((dose) => (
                  <div key={dose.file}>
                    <DoseFacts dose={dose} short={short} />
                    <FindingList findings={findingsAbout(inspection, dose.file)} compact />
                  </div>
                ))}
              </Paper>
            )}
            {otherSets.length > 0 && (
              <Paper withBorder p="sm" component="section" aria-label={t('study.otherStructures')}>
                <Title order={2} size="h5">
                  {t('study.otherStructures')}
                </Title>
                {otherSets.map((set) => (
                  <div key={set.file}>
                    <StructuresFacts set={set} short={short} />
                    <FindingList findings={findingsAbout(inspection, set.file)} compact />
                  </div>
                ))}
              </Paper>
            )}
            <FramesPanel inspection={inspection} groups={groups} short={short} />
            <SkippedFiles inspection={inspection} short={short} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <ProposalCard
            proposal={proposal}
            short={short}
            onMakeCase={(caseFile) =>
              onMakeCase(caseFile, mixUp.length > 0 && samePatient ? (made) => ({ ...made, samePatient }) : undefined)
            }
            onQuestion={isAsked ? toQuestion : undefined}
          />
        </Grid.Col>
      </Grid>
    </div>
  );
}

/** The time between two courses, which decides which limits and which recovery apply. */
function Interval({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = useTranslation('study');
  const days = daysApart(from, to);
  const months = days === undefined ? 0 : Math.floor(calendarMonths(from, to));
  const interval = days !== undefined && (months < 2 ? t('study.days', { count: days }) : t('study.months', { count: months }));
  return <div className={style.gap}>{interval && t('study.apart', { interval })}</div>;
}
