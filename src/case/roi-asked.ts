import type { Finding } from '../findings/finding';

/** The ROI that a finding asks about: its place, or where it asks of a course, the ROI on that course's contours. */
export function roiAsked({ roi, facts }: Finding): string | undefined {
  return roi ?? ('roi' in facts && typeof facts.roi === 'string' ? facts.roi : undefined);
}
