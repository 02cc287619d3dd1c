import { transferHandlers } from 'comlink';
import { InputError, type Refusal } from '../../input-error';
import { PatientMixUp } from '../../study/patient-mix-up';

/*
 * Comlink carries of a thrown error only its message. A refusal is to be shown in its parts, so these are carried
 * beside it: what the worker throws as an InputError reaches the window as one.
 */

const THROWN = 'throw';
const plain = transferHandlers.get(THROWN)!;

interface Carried {
  readonly refusal?: Refusal;
  readonly plain?: unknown;
}

/** To be called once on either side. */
export function carryRefusals(): void {
  transferHandlers.set(THROWN, {
    canHandle: (value): value is unknown => plain.canHandle(value),
    serialize: (thrown) => {
      const { value } = thrown as { value: unknown };
      if (value instanceof InputError) return [{ refusal: value.refusal } satisfies Carried, []];
      const [serialized, transferred] = plain.serialize(thrown);
      return [{ plain: serialized } satisfies Carried, transferred];
    },
    deserialize: (carried) => {
      const { refusal, plain: serialized } = carried as Carried;
      if (refusal?.identities) throw new PatientMixUp(refusal, refusal.identities);
      if (refusal) throw new InputError(refusal);
      return plain.deserialize(serialized);
    },
  });
}
