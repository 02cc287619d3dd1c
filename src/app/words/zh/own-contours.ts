import type { SeenOnOwn } from '../../../findings/own-contours';

/** A message that begins with whose contours are meant, where these are not today's. */
export const ofContours =
  <F extends SeenOnOwn>(message: (facts: F) => string): ((facts: F) => string) =>
  (facts) =>
    facts.onOwn ? `在疗程“${facts.onOwn.course}”自身的轮廓上：${message(facts)}` : message(facts);
