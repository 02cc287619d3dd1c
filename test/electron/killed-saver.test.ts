import { describe, expect, test } from 'vitest';
import { killSaver } from '../e2e/kills/killed-saver';
import { harm } from '../e2e/kills/tally';

/* Each is killed 200 times by `npm run bench:kills`; here often enough that it stays true. */

describe('a process that is killed while it writes', () => {
  test.each(['case', 'draft', 'settings', 'address'] as const)(
    'a %s loses nothing, and the next start tidies up',
    async (what) => {
      const tally = await killSaver(what, 6, 3);
      expect({ ...tally, harm: harm(tally) }).toMatchObject({ kills: 6, harm: 0 });
    },
  );
});
