import { InputError, type InputErrorParts, type Refusal, type RefusalKind } from '../input-error';

/** Two courses on two frames of reference that nothing joins yet: that is work still to be done, not a fault of a file. */
export class NotRegistered extends InputError {
  override name = 'NotRegistered';

  constructor(
    parts: InputErrorParts,
    /** The name of the course that nothing carries onto the anatomy. */
    readonly course: string,
  ) {
    super(parts);
  }

  override get refusal(): Refusal {
    return { ...super.refusal, course: this.course };
  }

  protected override get kind(): RefusalKind {
    return 'not-registered';
  }
}
