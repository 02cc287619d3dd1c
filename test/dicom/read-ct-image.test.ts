import { expect, test } from 'vitest';
import { read } from './objects';
import { ct } from './samples';

test('a CT image whose number or window is none is read without', () => {
  const image = read('ct', ct({ InstanceNumber: 'abc', WindowCenter: 'x', WindowWidth: 400 }));
  expect([image.instanceNumber, image.window, image.rows]).toEqual([undefined, undefined, 2]);
  expect(image.findings.map(({ code }) => code)).toEqual(['value-passed-over', 'value-passed-over']);
});
