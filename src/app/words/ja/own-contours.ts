import type { SeenOnOwn } from '../../../findings/own-contours';

/** A message that begins with whose contours are meant, where these are not today's. */
export const ofContours =
  <F extends SeenOnOwn>(message: (facts: F) => string): ((facts: F) => string) =>
  (facts) =>
    facts.onOwn ? `コース「${facts.onOwn.course}」自身の輪郭について：${message(facts)}` : message(facts);
