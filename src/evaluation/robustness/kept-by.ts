/** Answers that are made once for each thing, and those that are made. */
export function keptBy<Of, Answer>(make: (of: Of) => Answer) {
  const known = new Map<Of, Answer>();
  return {
    known,
    of: (of: Of): Answer => {
      if (!known.has(of)) known.set(of, make(of));
      return known.get(of)!;
    },
  };
}
