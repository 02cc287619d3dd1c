/** What the doses of a goal are called, and how one is divided by another. */
export interface DoseWords {
  readonly prior: string;
  readonly planned: string;
  readonly cumulative: string;
  /** Of two metrics, `A divided by B`. */
  readonly ratio: (of: string, by: string) => string;
}

const ENGLISH: DoseWords = {
  prior: 'prior ',
  planned: 'planned ',
  cumulative: 'cumulative ',
  ratio: (of, by) => `${of} divided by ${by}`,
};

/** A goal as a person writes it: ≤ for <=, `planned Dmax divided by cumulative Dmax` for a ratio. */
export function goalWords(goal: string, words: DoseWords = ENGLISH): string {
  const said = goal
    .replaceAll('<=', '≤')
    .replaceAll('>=', '≥')
    .replaceAll(/\b(prior|planned|cumulative):/g, (_, scope: 'prior' | 'planned' | 'cumulative') => words[scope]);
  const [figure, limit = ''] = said.split(/(?= [<>≤≥])/);
  const [of, by] = figure.split(' / ');
  return by === undefined ? said : `${words.ratio(of, by)}${limit}`;
}
