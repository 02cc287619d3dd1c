import { InputError, type InputErrorParts, type Refusal, type RefusalKind } from '../input-error';
import type { Identity } from './patient-identity';

/** Files of different patients are in one case, and nobody has said that they are one. */
export class PatientMixUp extends InputError {
  constructor(
    parts: InputErrorParts,
    /** Every identity that occurs: what an answer has to list. */
    readonly identities: readonly Identity[],
  ) {
    super(parts);
    this.name = 'PatientMixUp';
  }

  override get refusal(): Refusal {
    return { ...super.refusal, identities: this.identities };
  }

  protected override get kind(): RefusalKind {
    return 'patients-differ';
  }
}
