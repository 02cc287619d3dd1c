import { describe, expect, it } from 'vitest';
import { aboutContent, newestFirst, nextTurn } from '../../../src/app/host/draft-head';
import { isAhead, KEPT_SIZE, outlivedDrafts } from '../../../src/app/host/draft-retention';
import { VERSION } from '../../../src/version';

const NOW = new Date('2026-03-01T12:00:00Z');
const draft = (key: string, savedAt: string, turn = 1, size = 1000) => ({ key, savedAt, turn, size });

describe('what is kept of cases that are not saved', () => {
  it('is not kept for more than 30 days, but for what is being edited', () => {
    const drafts = [
      draft('of today', '2026-03-01T11:00:00Z', 4),
      draft('29 days old', '2026-01-31T12:00:00Z', 3),
      draft('31 days old', '2026-01-29T12:00:00Z', 2),
      draft('edited', '2025-01-01T00:00:00Z', 1),
    ];
    expect(outlivedDrafts(drafts, NOW, 'edited')).toEqual(['31 days old']);
    expect(outlivedDrafts(drafts, NOW)).toEqual(['31 days old', 'edited']);
  });

  it('takes no more than 200 MB together: the oldest go first, and never what is being edited', () => {
    const third = KEPT_SIZE / 3;
    const drafts = [1, 2, 3, 4, 5].map((turn) => draft(`${turn}`, '2026-03-01T11:00:00Z', turn, third));
    expect(outlivedDrafts(drafts, NOW)).toEqual(['2', '1']);
    expect(outlivedDrafts(drafts, NOW, '1')).toEqual(['3', '2']);
    const whole = [draft('edited', '2026-03-01T11:00:00Z', 1, 2 * KEPT_SIZE), draft('small', '2026-03-01T10:00:00Z', 2, 1)];
    expect(outlivedDrafts(whole, NOW, 'edited')).toEqual(['small']);
  });

  it('goes by the count where the clock was set back, and nothing from the future is taken for old', () => {
    const drafts = [draft('later', '2026-02-20T00:00:00Z', 8, KEPT_SIZE), draft('earlier', '2026-02-28T00:00:00Z', 7)];
    expect(newestFirst(drafts).map(({ key }) => key)).toEqual(['later', 'earlier']);
    expect(outlivedDrafts(drafts, NOW)).toEqual(['earlier']);
    expect(outlivedDrafts([draft('of next year', '2027-03-01T00:00:00Z')], NOW)).toEqual([]);
    expect(nextTurn(drafts)).toBe(9);
    expect(nextTurn([])).toBe(1);
  });

  it('of a time that cannot be read is kept: nothing says that it is old', () => {
    expect(outlivedDrafts([draft('x', 'yesterday')], NOW)).toEqual([]);
  });

  it('is as old as the younger of its two clocks says: that which stood on it, and what was believed of that', () => {
    const both = (savedAt: string, keptAt: string) => outlivedDrafts([{ ...draft('x', savedAt), keptAt }], NOW);
    expect(both('2025-03-01T00:00:00Z', '2026-02-20T00:00:00Z')).toEqual([]);
    expect(both('2026-02-20T00:00:00Z', '2025-03-01T00:00:00Z')).toEqual([]);
    expect(both('2036-03-01T00:00:00Z', '2026-02-20T00:00:00Z')).toEqual([]);
    expect(both('2036-03-01T00:00:00Z', '2026-01-20T00:00:00Z')).toEqual(['x']);
    expect(both('2026-01-20T00:00:00Z', '2026-01-10T00:00:00Z')).toEqual(['x']);
  });

  it('is counted from now on where it is of a time yet to come, but for what a clock may be put right by', () => {
    const ahead = (savedAt: string, keptAt?: string) => isAhead({ savedAt, ...(keptAt && { keptAt }) }, NOW);
    expect(ahead('2026-03-09T00:00:00Z')).toBe(true);
    expect(ahead('2026-03-08T00:00:00Z')).toBe(false);
    expect(ahead('2036-03-01T00:00:00Z', '2026-02-28T00:00:00Z')).toBe(false);
    expect(ahead('yesterday')).toBe(false);
  });

  it('is let go by the newer version of the program that wrote it, and by no older one', () => {
    const old = draft('of a newer', '2025-01-01T00:00:00Z', 1, 2 * KEPT_SIZE);
    const own = { ...old, key: 'own', writtenBy: `isoeffect ${VERSION}` };
    expect(outlivedDrafts([{ ...old, writtenBy: 'isoeffect 7.2.0' }, own], NOW)).toEqual(['own']);
    expect(
      outlivedDrafts(
        [
          { ...old, isOfNewer: true },
          { ...own, turn: 0 },
        ],
        NOW,
      ),
    ).toEqual(['own']);
  });
});

describe('what a draft says of itself', () => {
  it('is its case, its name, its place and its patient, as far as it says them', () => {
    const patient = { id: '7', name: 'A^B' };
    const continues = { key: '2.25.1/x', turn: 4 };
    const content = {
      identity: '2.25.1',
      label: 'case.json',
      path: '/a/case.json',
      patient,
      continues,
      writtenBy: 'isoeffect 0.1.0',
      text: '{}',
    };
    const { text, ...about } = content;
    expect(aboutContent(JSON.stringify(content))).toEqual(about);
    expect(aboutContent(JSON.stringify({ text, folder: '', path: '/a' }))).toEqual({ path: '/a' });
    for (const damaged of ['', '{', 'null', '3', '{"identity":3,"patient":{"id":1}}']) expect(aboutContent(damaged)).toEqual({});
  });
});
