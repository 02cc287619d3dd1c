import { Badge, Button, Group, Stack, Tabs, Text, Title, VisuallyHidden } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withoutAbsent, withoutAnswer, withoutSamePatient } from '../../case/edit/edit-statements';
import type { Assessment } from '../../evaluation/assessment';
import type { Finding } from '../../findings/finding';
import type { Vec3 } from '../../geometry/vec3';
import { DvhPlot } from '../assess/DvhPlot';
import { FindingsPanel } from '../assess/FindingsPanel';
import { contoured } from '../assess/missing-organs';
import { Moving } from '../assess/moving';
import { OrganTable } from '../assess/OrganTable';
import type { MetricPlace } from '../assess/organ-rows';
import { PointReadout } from '../assess/PointReadout';
import { VerdictBanner } from '../assess/VerdictBanner';
import type { PointValues } from '../engine/engine-api';
import { engine } from '../state/engine-client';
import { withSeenInput } from '../state/kept-inputs';
import { appNow, changeCase, setApp, useApp } from '../state/store';
import { hounsfieldAt } from '../viewer/ct-slice';
import { planeGeometry } from '../viewer/plane';
import type { CtVolume } from '../viewer/scene';
import { type Asked, AssessDialog } from './AssessDialogs';
import styles from './assess-screen.module.css';
import { LayerBar } from './LayerBar';
import { Pictures } from './Pictures';
import { StaleNote, useIsStale } from './Stale';
import { useLatest } from './use-latest';
import { WhatIf } from './WhatIf';

const DVH_HEIGHT = 150;

function organOf(assessment: Assessment | undefined, roi: string | undefined) {
  const organs = contoured(assessment?.organs ?? []);
  return organs.find((organ) => organ.roi === roi) ?? organs[0];
}

/** Takes the views to where a figure comes from. */
async function showPlace({ roi, metric, scope }: MetricPlace): Promise<void> {
  const crosshairMm = await engine().placeOf(roi, metric, scope);
  const { layer, assessment } = appNow();
  // What is read there is to be the figure that was pressed: with the organ's own α/β.
  const alphaBetaGy = organOf(assessment, roi)?.alphaBetaGy ?? layer.alphaBetaGy;
  if (crosshairMm) setApp({ crosshairMm, selected: roi, layer: { ...layer, scope, alphaBetaGy } });
}

const select = (selected: string) => setApp({ selected });
const takeBack = (finding: Finding) => changeCase((caseFile) => withoutAnswer(caseFile, finding));
const isPresent = (organ: string) => changeCase((caseFile) => withoutAbsent(caseFile, organ));
/** Its hash as it is now is stored in the case: the next that opens it is told only of what changes after that. */
const seenToChange = ({ file }: Finding) => {
  const sha256 = file === undefined ? undefined : appNow().inputHashes[file];
  if (file !== undefined && sha256 !== undefined) changeCase((caseFile) => withSeenInput(caseFile, file, sha256));
};
const areDifferent = () => changeCase(withoutSamePatient);

/** Everything about the verdict on one screen: pictures and curve at the left, organs and what-if at the right. */
export function AssessScreen() {
  const { t } = useTranslation('shell');
  const assessment = useApp((state) => state.assessment);
  const original = useApp((state) => state.original);
  const unevaluated = useApp((state) => state.unevaluated);
  const selected = useApp((state) => state.selected);
  const layer = useApp((state) => state.layer);
  const caseFile = useApp((state) => state.caseFile);
  const tried = useApp((state) => state.assessedFor?.whatIf);
  // What names were taken for the result itself tells.
  const guesses = useApp((state) => state.guesses.filter(({ code }) => code !== 'organ-by-name').length);
  const isMoving = useApp((state) => state.isMoving);
  const isStale = useIsStale();
  const [tab, setTab] = useState<string | null>('organs');
  const [asked, setAsked] = useState<Asked>();
  const askAbsent = useCallback((name: string) => setAsked({ kind: 'absent', organ: name }), []);
  const isTried = assessment !== original;
  const organ = organOf(assessment, selected);
  const before = isTried ? organOf(original, organ?.roi) : undefined;
  const courses = assessment?.courses;
  const roles = useMemo(() => courses?.map(({ role }) => role), [courses]);
  const priorCourses = courses?.filter(({ role }) => role === 'prior').length ?? 0;
  return (
    <div className={styles.screen}>
      <VisuallyHidden>
        <Title order={1}>{t('assess')}</Title>
      </VisuallyHidden>
      <div className={styles.left}>
        <LayerBar organ={organ} priorCourses={priorCourses} />
        <div className={styles.pictures}>
          <Pictures />
        </div>
        {organ && (
          <div data-stale={isStale || undefined}>
            <DvhPlot organ={organ} original={before} roles={roles} height={DVH_HEIGHT} scope={layer.scope} />
          </div>
        )}
      </div>
      <div className={styles.right}>
        {assessment ? (
          <>
            <StaleNote />
            <div data-stale={isStale || undefined}>
              <VerdictBanner
                assessment={assessment}
                original={isTried ? original : undefined}
                tried={tried}
                onSelect={select}
                said={caseFile}
                guesses={guesses}
                isMoving={isMoving}
                onQuestions={() => setTab('findings')}
              />
            </div>
            <Tabs value={tab} onChange={setTab} className={styles.tabs} keepMounted={false}>
              <Tabs.List>
                <Tabs.Tab value="organs">{t('organs')}</Tabs.Tab>
                <Tabs.Tab
                  value="findings"
                  rightSection={
                    <Badge size="xs" variant="default">
                      {assessment.findings.length}
                    </Badge>
                  }
                >
                  {t('findings')}
                </Tabs.Tab>
                <Tabs.Tab value="point">{t('point')}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="organs" className={styles.panel} data-stale={isStale || undefined}>
                <Moving value={isMoving}>
                  <OrganTable
                    assessment={assessment}
                    original={isTried ? original : undefined}
                    selected={organ?.roi}
                    onSelect={select}
                    onMetric={(place) => void showPlace(place)}
                    absent={caseFile?.absent}
                    onAbsent={askAbsent}
                    onPresent={isPresent}
                  />
                </Moving>
              </Tabs.Panel>
              <Tabs.Panel value="findings" className={styles.panel}>
                <FindingsPanel
                  findings={assessment.findings}
                  samePatient={caseFile?.samePatient}
                  onAnswer={(finding) => setAsked({ kind: 'answer', finding })}
                  onWithdraw={takeBack}
                  onDifferent={areDifferent}
                  onSeen={seenToChange}
                />
              </Tabs.Panel>
              <Tabs.Panel value="point" className={styles.panel}>
                <PointValuesHere />
              </Tabs.Panel>
            </Tabs>
          </>
        ) : (
          <Stack p="md" gap="xs" align="flex-start">
            <Text c="dimmed">{unevaluated ? t('notEvaluated') : t('evaluating')}</Text>
            {unevaluated && (
              <Group gap="xs">
                <Button size="compact-sm" variant="default" onClick={() => setApp({ screen: 'case' })}>
                  {t('toCase')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setApp({ screen: 'registration' })}>
                  {t('toRegistration')}
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </div>
      {organ && (
        <div className={styles.below}>
          <WhatIf organ={organ} original={organOf(original, organ.roi)} />
        </div>
      )}
      {asked && <AssessDialog asked={asked} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

async function valuesAt(pointMm: Vec3, alphaBetaGy: number, ct: CtVolume | undefined): Promise<PointValues> {
  const hounsfield = ct && hounsfieldAt(ct, planeGeometry(ct, 'axial'), pointMm);
  return { ...(await engine().valuesAt(pointMm, alphaBetaGy)), hounsfield: hounsfield ?? null };
}

/** The doses of every course at the crosshair. */
function PointValuesHere() {
  const ct = useApp((state) => state.ct);
  const crosshairMm = useApp((state) => state.crosshairMm);
  const alphaBetaGy = useApp((state) => state.layer.alphaBetaGy);
  const whatIf = useApp((state) => state.whatIf);
  const values = useLatest(
    () => (crosshairMm ? valuesAt(crosshairMm, alphaBetaGy, ct) : undefined),
    JSON.stringify([crosshairMm, alphaBetaGy, whatIf, ct?.frameOfReferenceUid]),
  );
  return <PointReadout values={values} />;
}
