import { InputError, type RefusalKind } from '../../input-error';

/** A file that the case names and the window was not given: its folder has to be opened. */
export class NotOpened extends InputError {
  override name = 'NotOpened';

  protected override get kind(): RefusalKind {
    return 'not-opened';
  }
}
