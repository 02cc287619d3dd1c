import { Center, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { affineMap, type PointMap, SAME_POINTS } from '../../geometry/point-map';
import type { Vec3 } from '../../geometry/vec3';
import { InputError } from '../../input-error';
import { FusionControls } from '../fusion/FusionControls';
import { FIRST_LOOK, type FusionScene, type FusionTool, FusionViews, shiftedMap, turnedMap } from '../fusion/FusionViews';
import { type Candidate, entryOf, isMovable } from '../state/candidate';
import { appNow, changeCase as change, setApp, useApp } from '../state/store';
import { candidateFor, withCandidate } from '../state/trials';
import { middleOfVolume } from '../viewer/middle-of-volume';
import type { Language } from '../words/languages';
import { problemOf } from '../words/problem';
import { VIEWER_WORDS } from '../words/viewer-words';
import { AcceptancePanel, ApartPanel } from './AcceptancePanel';
import { AutomaticPanel } from './AutomaticPanel';
import { carriedWith, coveredBy, setAccepted, setApart, setLandmarks, withEntry } from './edit-registration';
import { HandPanel } from './HandPanel';
import { LandmarksPanel } from './LandmarksPanel';
import { afterPick, isWhole, landmarkOf, type Pair, pairOf } from './landmark-pairs';
import { QualityPanel } from './QualityPanel';
import styles from './registration.module.css';
import { StatePanel } from './StatePanel';
import type { SceneInCase } from './scene-as-in-case';
import { useCourseCt, useQuality } from './use-registration';

interface CourseRegistrationProps {
  readonly scene: SceneInCase;
  /** Every course that can be shown here, this one too. */
  readonly scenes: readonly SceneInCase[];
  /** SHA-256 of the files of the case: an acceptance holds for the file as it is now. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** One course: its pictures over those of the anatomy at the left, what can be done at the right. */
export function CourseRegistration({ scene, scenes, hashes }: CourseRegistrationProps) {
  const { t, i18n } = useTranslation('registration');
  const planned = useApp((state) => state.ct);
  const outlines = useApp((state) => state.outlines);
  const hidden = useApp((state) => state.hidden);
  const window = useApp((state) => state.layer.window);
  const crosshairMm = useApp((state) => state.crosshairMm);
  const course = useApp((state) => state.caseFile?.courses[scene.course]);
  const registrations = useApp((state) => state.caseFile?.registrations);
  const all = useApp((state) => state.caseFile?.courses);
  const isApart = (of: SceneInCase): boolean => all?.[of.course]?.registration === 'none';
  const prior = useCourseCt(scene);
  const candidate = useApp((state) => candidateFor(state.trials, scene));
  const courses = carriedWith(scene, scenes);
  const matched = { anatomyFrameUid: scene.anatomyFrameUid, courseFrameUid: scene.courseFrameUid, courses };
  const setCandidate = (next: Candidate | undefined) =>
    setApp(({ trials }) => ({ trials: withCandidate(trials, matched, next) }));
  const isTried = candidate !== undefined;
  const [isMoving, setMoving] = useState(false);
  const [look, setLook] = useState(FIRST_LOOK);
  const [tool, setTool] = useState<FusionTool>('look');
  const [drafts, setDrafts] = useState<readonly Pair[]>([]);
  const shown = candidate?.map ?? scene.map;
  const { quality, problem } = useQuality(scene, shown, isMoving || scene.awaited !== undefined);
  // Nothing can be moved, fitted or accepted before it is known what carries the course.
  const isUnknown = shown === undefined && scene.awaited !== undefined;
  const landmarks = course?.landmarks;
  const pairs = useMemo((): readonly Pair[] => [...(landmarks ?? []).map(pairOf), ...drafts], [landmarks, drafts]);

  const setMap = (map: PointMap) => setCandidate({ map, method: 'manual', note: t('hand.note') });
  const move = (next: (map: PointMap) => PointMap) => {
    setMoving(true);
    const map = candidateFor(appNow().trials, scene)?.map ?? scene.map ?? SAME_POINTS;
    if (isMovable(map)) setMap(next(map));
  };
  const setPairs = (next: readonly Pair[]) => {
    const whole = next.filter(isWhole);
    setDrafts(next.filter((pair) => !isWhole(pair)));
    change((caseFile) => setLandmarks(caseFile, scene.course, whole.map(landmarkOf)));
  };
  const fitToLandmarks = async () => {
    const { fitLandmarks } = await import('../../registration/quality/landmark-fit');
    try {
      const { matrix, residuals } = fitLandmarks(pairs.filter(isWhole));
      const rms = residuals.all?.rootMeanSquareMm ?? 0;
      const note = t('landmarks.note', { count: pairs.filter(isWhole).length, rms: rms.toFixed(2) });
      setCandidate({ map: affineMap(matrix), method: 'landmarks', note });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setApp({ problem: problemOf(error) });
    }
  };

  const fusion = useMemo(
    (): FusionScene | undefined =>
      planned && {
        ct: planned,
        prior,
        plannedToPrior: shown,
        carried: scene.role,
        isTried,
        outlines: outlines.filter(({ name }) => !hidden.includes(name)),
        priorOutlines: scene.outlines.filter(({ name }) => !hidden.includes(name)),
        landmarks: pairs,
        window,
        crosshairMm: crosshairMm ?? middleOfVolume(planned),
      },
    [planned, prior, shown, isTried, scene.role, outlines, hidden, scene.outlines, pairs, window, crosshairMm],
  );
  const tools: readonly FusionTool[] = !shown || isMovable(shown) ? ['look', 'move', 'pick'] : ['look', 'pick'];
  return (
    <div className={styles.course}>
      <div className={styles.pictures}>
        {isUnknown ? (
          <Center h="100%" p="xl">
            <Text c="dimmed">{t(`state.${scene.awaited ?? 'computed'}`)}</Text>
          </Center>
        ) : fusion ? (
          <>
            <FusionControls
              look={look}
              carried={scene.role}
              onLook={setLook}
              tool={tools.includes(tool) ? tool : 'look'}
              onTool={setTool}
              tools={tools}
              window={window}
              onWindow={(next) => setApp({ layer: { ...appNow().layer, window: next } })}
            />
            <div className={styles.views}>
              <FusionViews
                scene={fusion}
                look={look}
                onLook={setLook}
                tool={tools.includes(tool) ? tool : 'look'}
                onCrosshair={(pointMm) => setApp({ crosshairMm: pointMm })}
                onWindow={(next) => setApp({ layer: { ...appNow().layer, window: next } })}
                onMove={({ shiftMm }: { shiftMm: Vec3 }) => move((map) => shiftedMap(map, shiftMm))}
                onTurn={(turn) => move((map) => turnedMap(map, turn))}
                onDone={() => setMoving(false)}
                onPick={(pointMm) =>
                  setPairs(afterPick(pairs, pointMm, shown, t('landmarks.first', { number: pairs.length + 1 })))
                }
                labels={VIEWER_WORDS[i18n.language as Language]}
              />
            </div>
          </>
        ) : (
          <Center h="100%" p="xl">
            <Text c="dimmed">{t('automatic.noCt')}</Text>
          </Center>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by the keyboard */}
      <section className={styles.panels} aria-label={t('title')} tabIndex={0}>
        <StatePanel
          scene={scene}
          isApart={isApart(scene)}
          registrations={registrations}
          candidate={candidate}
          carried={courses}
          onUse={() => {
            if (!candidate) return;
            change((caseFile) => withEntry(caseFile, entryOf(candidate, scene), scene));
            setCandidate(undefined);
          }}
          onDiscard={() => setCandidate(undefined)}
        />
        {!isUnknown && (
          <>
            <QualityPanel quality={quality} problem={problem} hasMap={shown !== undefined} role={scene.role} isTried={isTried} />
            {scene.links.length > 0 && (
              <AcceptancePanel
                scene={scene}
                isApart={isApart(scene)}
                isTried={isTried}
                isAwaited={scene.awaited !== undefined}
                covered={coveredBy(
                  scene,
                  scenes.filter((each) => !isApart(each)),
                )}
                onAccept={(accepted) => change((caseFile) => setAccepted(caseFile, scene, accepted, hashes))}
              />
            )}
            <AutomaticPanel scene={matched} planned={planned} prior={prior} outlines={outlines} shown={shown} />
            <HandPanel planned={planned} prior={prior} shown={shown} role={scene.role} isTried={isTried} onMap={setMap} />
            <LandmarksPanel
              pairs={pairs}
              quality={quality}
              role={scene.role}
              isTried={isTried}
              onPairs={setPairs}
              onFit={() => void fitToLandmarks()}
            />
            {scene.role === 'prior' && (
              <ApartPanel
                isApart={isApart(scene)}
                hasStructures={course?.structures !== undefined}
                onApart={(apart) => change((caseFile) => setApart(caseFile, scene.course, apart))}
              />
            )}
          </>
        )}
      </section>
    </div>
  );
}
