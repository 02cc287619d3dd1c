import { type Candidate, candidateOf, entryOf, type FramePair } from './candidate';

/*
 * Registrations that are tried beside the case's. They are kept while the case is open, whatever screen is shown, and
 * with its draft; no figure is made with one before it is put into the case.
 */

/** What is tried between two frames of reference: all courses that lie on the one are carried by it. */
export interface Trial {
  readonly anatomyFrameUid: string;
  readonly courseFrameUid: string;
  /** The names of the courses that it would carry. */
  readonly courses: readonly string[];
  readonly candidate: Candidate;
}

const isBetween =
  ({ anatomyFrameUid, courseFrameUid }: FramePair) =>
  (trial: Trial): boolean =>
    trial.anatomyFrameUid === anatomyFrameUid && trial.courseFrameUid === courseFrameUid;

/** What is tried for a course; undefined where nothing is. */
export const candidateFor = (trials: readonly Trial[], frames: FramePair): Candidate | undefined =>
  trials.find(isBetween(frames))?.candidate;

/** The trials with another one, or with none, between two frames. */
export function withCandidate(
  trials: readonly Trial[],
  { anatomyFrameUid, courseFrameUid, courses }: FramePair & Pick<Trial, 'courses'>,
  candidate: Candidate | undefined,
): readonly Trial[] {
  const isThis = isBetween({ anatomyFrameUid, courseFrameUid });
  const others = trials.filter((trial) => !isThis(trial));
  if (!candidate || courseFrameUid === undefined) return others.length === trials.length ? trials : others;
  return [...others, { anatomyFrameUid, courseFrameUid, courses, candidate }];
}

/** Trials as a draft holds them. */
export const trialsText = (trials: readonly Trial[]): readonly object[] =>
  trials.map((trial) => ({ courses: trial.courses, entry: entryOf(trial.candidate, trial) }));

/** @throws InputError where a deformation is damaged. */
export function readTrials(kept: readonly object[]): readonly Trial[] {
  return (kept as readonly { readonly courses: readonly string[]; readonly entry: Parameters<typeof candidateOf>[0] }[]).map(
    ({ courses, entry }): Trial => {
      const { from, to } = entry as { readonly from: string; readonly to: string };
      return { anatomyFrameUid: from, courseFrameUid: to, courses, candidate: candidateOf(entry) };
    },
  );
}
