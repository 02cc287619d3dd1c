import { useEffect, useMemo, useState } from 'react';
import type { CaseFile } from '../../case/case-file';
import type { PointMap } from '../../geometry/point-map';
import type { RegistrationQuality } from '../../registration/quality/registration-quality';
import type { CourseScene } from '../engine/course-scene';
import { engine } from '../state/engine-client';
import { useApp } from '../state/store';
import type { CtVolume } from '../viewer/scene';
import { type Problem, problemOf } from '../words/problem';
import { mapKey } from './map-key';
import { type SceneInCase, sceneAsInCase } from './scene-as-in-case';

interface LoadedScenes {
  readonly scenes: readonly CourseScene[];
  readonly of: CaseFile;
  /** A newer case that was looked at and cannot be read. */
  readonly refused?: CaseFile;
  /** SHA-256 of the files of the case. */
  readonly hashes: Readonly<Record<string, string>>;
}

interface ScenesInCase extends Pick<LoadedScenes, 'hashes'> {
  readonly scenes: readonly SceneInCase[];
}

/** Every prior course as the case has it now, with the hashes of its files; undefined until a case is loaded. */
export function useCourseScenes(): ScenesInCase | undefined {
  const caseFile = useApp((state) => state.caseFile);
  const [loaded, setLoaded] = useState<LoadedScenes>();
  useEffect(() => {
    let isLatest = true;
    if (!caseFile) return;
    void (async () => {
      const refusal = await engine().load(caseFile, '');
      const found = await engine().courseScenes();
      const hashes = await engine().inputHashes();
      if (!isLatest) return;
      // What the engine has then is still the case before.
      setLoaded((old) => (refusal && old ? { ...old, refused: caseFile } : { scenes: found, of: caseFile, hashes }));
    })();
    return () => {
      isLatest = false;
    };
  }, [caseFile]);
  return useMemo(() => {
    if (!loaded || !caseFile) return undefined;
    const { scenes, of, hashes, refused } = loaded;
    return { scenes: scenes.map((scene) => sceneAsInCase(scene, of, caseFile, refused === caseFile)), hashes };
  }, [loaded, caseFile]);
}

/** The CT of a prior course, once it is read. */
export function useCourseCt(scene: CourseScene | undefined): CtVolume | undefined {
  const [found, setFound] = useState<{ readonly frame: string; readonly ct: CtVolume | undefined }>();
  const course = scene?.course;
  const frame = scene?.courseFrameUid;
  useEffect(() => {
    let isLatest = true;
    if (course === undefined || frame === undefined) return;
    void engine()
      .courseCt(course)
      .then((ct) => {
        if (isLatest) setFound({ frame, ct });
      });
    return () => {
      isLatest = false;
    };
  }, [course, frame]);
  return found?.frame === frame ? found?.ct : undefined;
}

/** A moved registration is measured once it stands still for so long. */
const STILL_MS = 500;

/** How well a map fits, or why that cannot be measured; neither while it is measured. */
export interface Measured {
  readonly quality?: RegistrationQuality;
  readonly problem?: Problem;
}

const MEASURING: Measured = {};

/** How well a map fits, measured once it stands still. */
export function useQuality(scene: CourseScene | undefined, map: PointMap | undefined, isMoving: boolean): Measured {
  const [found, setFound] = useState<{ readonly of: unknown; readonly measured: Measured }>();
  const course = scene?.course;
  // Landmarks are a part of the case: with another case the figures are others.
  const shown = useMemo(() => mapKey(map), [map]);
  const of = JSON.stringify([course, scene?.links.length]) + shown;
  const landmarks = useApp((state) => (course === undefined ? undefined : state.caseFile?.courses[course]?.landmarks));
  const key = `${of}${JSON.stringify(landmarks ?? [])}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the question is another
  useEffect(() => {
    if (course === undefined || !map || isMoving) return;
    let isLatest = true;
    const timer = setTimeout(() => {
      void engine()
        .qualityOf(course, map)
        .then(
          (quality) => {
            if (isLatest) setFound({ of: key, measured: { quality } });
          },
          (error) => {
            if (isLatest) setFound({ of: key, measured: { problem: problemOf(error) } });
          },
        );
    }, STILL_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [key, isMoving]);
  return found?.of === key ? found.measured : MEASURING;
}
