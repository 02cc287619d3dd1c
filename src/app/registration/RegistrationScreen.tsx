import { NativeSelect, Text, Title, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../state/store';
import { CourseRegistration } from './CourseRegistration';
import { firstToShow } from './edit-registration';
import styles from './registration.module.css';
import type { SceneInCase } from './scene-as-in-case';
import { useCourseScenes } from './use-registration';

/** The courses on today's anatomy, the prior ones and a planned one that lies elsewhere: how each is carried over, how well that fits, and who accepts it. */
export function RegistrationScreen() {
  const { t } = useTranslation('registration');
  const loaded = useCourseScenes();
  const scenes = loaded?.scenes;
  const isLoaded = useApp((state) => state.unevaluated === undefined || state.outlines.length > 0);
  const [chosen, setChosen] = useState<number>();
  // What is still to be looked at comes first, and stays when it has been accepted.
  if (scenes && scenes.length > 0 && chosen === undefined) setChosen(firstToShow(scenes).course);
  const scene = scenes?.find(({ course }) => course === chosen) ?? scenes?.[0];
  const hasPlanned = scenes?.some(({ role }) => role === 'planned') ?? false;
  return (
    <div className={styles.screen}>
      <VisuallyHidden>
        <Title order={1}>{t('title')}</Title>
      </VisuallyHidden>
      {scenes && (scenes.length > 1 || hasPlanned) && (
        <NativeSelect
          className={styles.courses}
          size="xs"
          label={t(hasPlanned ? 'anyCourse' : 'course')}
          value={String(scene?.course)}
          onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
          data={scenes.map(({ course, name, role }) => ({
            value: String(course),
            label: role === 'planned' ? t('plannedCourse', { name }) : name,
          }))}
        />
      )}
      {!scenes && (
        <Text p="md" c="dimmed" role="status">
          {t('state.loading')}
        </Text>
      )}
      {scenes && scenes.length === 0 && isLoaded && (
        <Text p="md" c="dimmed">
          {t('noPrior')}
        </Text>
      )}
      {scene && scenes && <Carried key={scene.course} scene={scene} scenes={scenes} hashes={loaded?.hashes ?? {}} />}
    </div>
  );
}

interface CarriedProps {
  readonly scene: SceneInCase;
  readonly scenes: readonly SceneInCase[];
  /** SHA-256 of the files of the case. */
  readonly hashes: Readonly<Record<string, string>>;
}

function Carried({ scene, scenes, hashes }: CarriedProps) {
  const { t } = useTranslation('registration');
  if (scene.courseFrameUid === undefined || scene.courseFrameUid === scene.anatomyFrameUid) {
    return (
      <Text p="md" c="dimmed">
        {scene.courseFrameUid === undefined ? t('noGrid') : t('sameFrame')}
      </Text>
    );
  }
  return <CourseRegistration scene={scene} scenes={scenes} hashes={hashes} />;
}
