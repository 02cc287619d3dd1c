import { useEffect, useRef, useState } from 'react';

/**
 * The newest answer of something that takes time. One question runs at a time; of those that come meanwhile only the
 * last is asked, so that a dragged slider never queues up work.
 * @param key what the question depends on: it is asked again where this changes.
 */
export function useLatest<T>(ask: () => Promise<T> | undefined, key: string): T | undefined {
  const [answer, setAnswer] = useState<T>();
  const running = useRef(false);
  const next = useRef<typeof ask>(undefined);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is a new function at every turn; the key says when it is another
  useEffect(() => {
    next.current = ask;
    if (running.current) return;
    running.current = true;
    void (async () => {
      while (next.current) {
        const question = next.current;
        next.current = undefined;
        const found = await question()?.catch(() => undefined);
        if (isThere.current && !next.current) setAnswer(found);
      }
      running.current = false;
    })();
  }, [key]);
  return answer;
}
