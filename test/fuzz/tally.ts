import { OUTCOMES, type Outcome, type Ran } from './run-mutation';

/** From here on a mutation counts as one that hangs: processor time, for a busy machine has nothing to do with it. */
export const HANG_MS = 10_000;
/** From here on it takes too much memory. */
export const MOST_MB = 1536;

interface Row {
  readonly counts: Record<Outcome, number>;
  /** Of the untold ones, those that turn a verdict. */
  turned: number;
}

const HEADS: Readonly<Record<Outcome, string>> = {
  refused: 'refused',
  unchanged: 'nothing changes',
  finding: 'a finding',
  told: 'number, told',
  untold: 'number, untold',
};

/** Counts what became of mutations, by kind of file and kind of mutation. */
export class Tally {
  private readonly rows = new Map<string, Row>();
  private all = 0;
  worstMs: Pick<Ran, 'index' | 'cpuMs'> = { index: -1, cpuMs: 0 };
  worstMb: Pick<Ran, 'index' | 'rssMb'> = { index: -1, rssMb: 0 };
  readonly faulty: Ran[] = [];

  add(ran: Ran): void {
    this.all++;
    for (const of of [`${ran.fileKind}\t${ran.kind}`, `${ran.fileKind}\t`, '\t']) this.count(of, ran);
    if (ran.cpuMs > this.worstMs.cpuMs) this.worstMs = ran;
    if (ran.rssMb > this.worstMb.rssMb) this.worstMb = ran;
    if (faultsOf(ran).length > 0) this.faulty.push(ran);
  }

  private count(of: string, ran: Ran): void {
    const row = this.rows.get(of) ?? { counts: noCounts(), turned: 0 };
    this.rows.set(of, row);
    row.counts[ran.outcome]++;
    if (ran.outcome === 'untold' && ran.changed.some((at) => at.endsWith(' verdict'))) row.turned++;
  }

  /** The table as text: first all files, then each kind of file, then each kind of mutation of it. */
  text(): string {
    const rows = [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1));
    const head = ['file', 'mutation', ...OUTCOMES.map((each) => HEADS[each]), 'of these a verdict'];
    const cells = rows.map(([of, { counts, turned }]) => [
      ...of.split('\t').map((each) => each || 'all'),
      ...[...OUTCOMES.map((each) => counts[each]), turned].map(String),
    ]);
    const widths = head.map((_, n) => Math.max(...[head, ...cells].map((row) => row[n].length)));
    const line = (row: string[]) => row.map((cell, n) => (n < 2 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join('  ');
    return [...[head, ...cells].map(line), '', this.summary()].join('\n');
  }

  private summary(): string {
    const { worstMs, worstMb } = this;
    return [
      `${this.all} mutations, ${this.faulty.length} with a fault`,
      `slowest ${(worstMs.cpuMs / 1000).toFixed(1)} s of processor time (number ${worstMs.index})`,
      `most memory ${worstMb.rssMb.toFixed(0)} MB (number ${worstMb.index})`,
    ].join('\n');
  }
}

const noCounts = () => Object.fromEntries(OUTCOMES.map((each) => [each, 0])) as Record<Outcome, number>;

/** What must never be of a mutation: its faults, how long it takes, and what memory. */
export const faultsOf = ({ faults, cpuMs, rssMb }: Ran): string[] => [
  ...faults,
  ...(cpuMs > HANG_MS ? [`hang: ${(cpuMs / 1000).toFixed(1)} s`] : []),
  ...(rssMb > MOST_MB ? [`memory: ${rssMb.toFixed(0)} MB`] : []),
];

/** One line about a mutation with a fault. */
export const faultLine = (seed: number, ran: Ran): string =>
  `seed ${seed}, number ${ran.index} (${ran.fileKind}, ${ran.kind}): ${faultsOf(ran).join(' | ')}`;
