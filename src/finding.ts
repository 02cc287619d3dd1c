/**
 * Something odd in the input that can be lived with, or that stops one part of the work. A finding always reaches the
 * screen and the report. `message` says, in a clinician's or physicist's words, what was seen, what was assumed, and
 * what that does to the result.
 */
export interface Finding {
  /** Stable, kebab-case, for programs: `dose-grid-does-not-cover-roi`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The file it was seen in, where there is one. */
  readonly file?: string;
  /** The ROI it concerns, where there is one. */
  readonly roi?: string;
}
