import { useElementSize } from '@mantine/hooks';
import { Fragment, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { birthText, courseText, idText, intervalText, isGrave, nameText, problemText, sexText } from './bar-words';
import style from './patient.module.css';
import type { PatientFacts } from './patient-bar';

/** What screens that fill the window leave free for the bar. */
const HEIGHT = '--patient-bar';

interface PatientBarProps {
  readonly facts: PatientFacts;
  /** What else is to be known on every screen. */
  readonly children?: ReactNode;
}

/** Whose case is open, on every screen; what is wrong with that in red and with a sign. */
export function PatientBar({ facts: { patient, courses, interval, problems }, children }: PatientBarProps) {
  const { t } = useTranslation('patient');
  const { ref, height } = useElementSize({ box: 'border-box' });
  useEffect(() => {
    document.documentElement.style.setProperty(HEIGHT, `${Math.ceil(height)}px`);
    return () => void document.documentElement.style.removeProperty(HEIGHT);
  }, [height]);
  const has = (role: 'prior' | 'planned') => courses.some((course) => course.role === role);
  return (
    <section ref={ref} className={style.bar} aria-label={t('label')} data-part="patient">
      <span className={style.who}>
        <b>
          <bdi>{nameText(t, patient.name)}</bdi>
        </b>
        <bdi>{idText(t, patient.id)}</bdi>
        <span>{birthText(t, patient.birthDate)}</span>
        <span>{sexText(t, patient.sex)}</span>
      </span>
      {problems.map((problem) => (
        <b key={problem.kind} className={isGrave(problem) ? style.grave : style.problem}>
          <span aria-hidden="true">⚠</span> {problemText(t, problem)}
        </b>
      ))}
      {courses.length > 0 && (
        <span className={style.courses}>
          {!has('prior') && <span>{t('noPrior')}</span>}
          {courses.map((course, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two courses of one name are told apart by their place
            <Fragment key={n}>
              <span>
                {course.role && <span className={style.role}>{t(`role.${course.role}`)} </span>}
                <b>
                  <bdi>{course.name}</bdi>
                </b>{' '}
                {courseText(t, course)}
              </span>
            </Fragment>
          ))}
          {!has('planned') && <span>{t('noPlanned')}</span>}
          {interval && (
            <span className={interval.kind === 'months' ? undefined : style.problem}>
              {interval.kind !== 'months' && <span aria-hidden="true">⚠ </span>}
              {intervalText(t, interval)}
            </span>
          )}
        </span>
      )}
      {children}
    </section>
  );
}
