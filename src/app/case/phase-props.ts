export interface PhaseProps {
  readonly course: number;
  readonly phase: number;
  /** Of the course, for undo. */
  readonly name: string;
}
