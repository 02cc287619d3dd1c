import { expose, wrap } from 'comlink';
import { afterAll, describe, expect, it } from 'vitest';
import { carryRefusals } from '../../../src/app/engine/carry-refusals';
import { problemOf } from '../../../src/app/words/problem';
import { InputError } from '../../../src/input-error';
import { PatientMixUp } from '../../../src/study/patient-mix-up';

const PARTS = { file: 'RD.dcm', where: '(3004,000E) DoseGridScaling', found: 'nothing', needed: 'one number above 0' };
const IDENTITIES = [
  { id: '1', name: 'A^B', birthDate: '', sex: 'M' },
  { id: '1', name: 'A^B', birthDate: '', sex: 'F' },
];

const { port1: inside, port2: outside } = new MessageChannel();
afterAll(() => outside.close());

describe('what a worker throws', () => {
  carryRefusals();
  expose(
    {
      refuse: () => {
        throw new InputError(PARTS);
      },
      mixUp: () => {
        throw new PatientMixUp(PARTS, IDENTITIES);
      },
      cancel: () => {
        throw new Error('cancelled');
      },
    },
    inside,
  );
  const worker = wrap<{ refuse: () => void; mixUp: () => void; cancel: () => void }>(outside);
  const thrown = (call: Promise<void>) =>
    call.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('arrives with its parts where it is a refusal', async () => {
    const error = await thrown(worker.refuse());
    expect(error).toBeInstanceOf(InputError);
    expect(problemOf(error)).toEqual({ kind: 'refusal', refusal: { kind: 'tag-missing', ...PARTS } });
  });

  it('arrives with the identities where files of different patients were put together', async () => {
    const refusal = { kind: 'patients-differ', ...PARTS, identities: IDENTITIES };
    expect(problemOf(await thrown(worker.mixUp()))).toEqual({ kind: 'refusal', refusal });
  });

  it('arrives with its message where it is something else', async () => {
    const error = await thrown(worker.cancel());
    expect(error).not.toBeInstanceOf(InputError);
    expect(problemOf(error)).toEqual({ kind: 'sentence', text: 'cancelled' });
  });
});
