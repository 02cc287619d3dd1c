/** Whose contours a finding is of, where these are a course's own: its name, and the organ there by its id. */
export type SeenOnOwn = { readonly onOwn?: { readonly course: string; readonly organ: string } };

/** A message that begins with whose contours are meant, where these are not today's. */
export const ofContours =
  <F extends SeenOnOwn>(message: (facts: F) => string): ((facts: F) => string) =>
  (facts) =>
    facts.onOwn ? `On the own contours of course "${facts.onOwn.course}": ${message(facts)}` : message(facts);
