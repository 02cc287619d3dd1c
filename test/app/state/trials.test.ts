import { describe, expect, it } from 'vitest';
import { candidateFor, withCandidate } from '../../../src/app/state/trials';
import { affineMap } from '../../../src/geometry/point-map';
import { IDENTITY } from '../../../src/geometry/transform';

const candidate = { map: affineMap(IDENTITY), method: 'manual', note: 'moved by hand' } as const;
const first = { anatomyFrameUid: '1.1', courseFrameUid: '1.2', courses: ['first'] };
const onItsFrame = { ...first, courses: ['boost'] };
const elsewhere = { ...first, courseFrameUid: '1.3', courses: ['third'] };

describe('withCandidate', () => {
  it('keeps what is tried for a pair of frames, for every course on them and for no other', () => {
    const trials = withCandidate([], first, candidate);
    expect(candidateFor(trials, first)).toBe(candidate);
    expect(candidateFor(trials, onItsFrame)).toBe(candidate);
    expect(candidateFor(trials, elsewhere)).toBeUndefined();
    // On another anatomy it is another registration.
    expect(candidateFor(trials, { ...first, anatomyFrameUid: '1.9' })).toBeUndefined();
  });

  it('has one for a pair of frames, and leaves the others where that is discarded', () => {
    const both = withCandidate(withCandidate([], first, candidate), elsewhere, candidate);
    const moved = { ...candidate, note: 'moved again' };
    const again = withCandidate(both, onItsFrame, moved);
    expect(again.map(({ courses, candidate: { note } }) => [courses[0], note])).toEqual([
      ['third', 'moved by hand'],
      ['boost', 'moved again'],
    ]);
    expect(withCandidate(again, first, undefined).map(({ courses }) => courses[0])).toEqual(['third']);
    expect(withCandidate(both, { ...first, courseFrameUid: '1.8' }, undefined)).toBe(both);
  });

  it('has nothing for a course without a dose grid', () => {
    expect(withCandidate([], { ...first, courseFrameUid: undefined }, candidate)).toEqual([]);
  });
});
