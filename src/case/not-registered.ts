import { InputError, type RefusalKind } from '../input-error';

/** Two courses on two frames of reference that nothing joins yet: that is work still to be done, not a fault of a file. */
export class NotRegistered extends InputError {
  override name = 'NotRegistered';

  protected override get kind(): RefusalKind {
    return 'not-registered';
  }
}
