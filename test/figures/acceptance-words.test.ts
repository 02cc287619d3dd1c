import { expect, it } from 'vitest';
import type { RegistrationResult } from '../../src/evaluation/registration-result';
import { acceptanceWords } from '../../src/figures/registration-words';

const of = (type: RegistrationResult['type']): RegistrationResult => ({
  course: 'first',
  type,
  direction: '',
  links: [],
  isAccepted: true,
});

it('nobody is said to have accepted what carries nothing', () => {
  expect(acceptanceWords(of('none'))).toBe('nothing to accept: not placed, by the user’s word');
  expect(acceptanceWords(of('same frame'))).toBe('nothing to accept');
});
