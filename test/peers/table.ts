import { comparedFigures, hasData, PATIENTS } from './figures';

/* `npm run peers` prints the tables of docs/verification.md. */

if (!hasData) throw new Error('the data to compare with is not beside the project');

const shown = (value: number | undefined) =>
  value === undefined ? '–' : value >= 1000 ? value.toFixed(0) : value.toPrecision(4);
const beside = (own: number, other: number | undefined) => {
  if (other === undefined) return '–';
  const percent = 100 * (own / other - 1);
  return Math.abs(percent) > 1 ? `${shown(other)} (${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)} %)` : shown(other);
};

for (const patient of PATIENTS) {
  process.stdout.write(`\n### ${patient.name}\n\n| ROI | figure | Isoeffect | D | P | TPS |\n|---|---|---:|---:|---:|---:|\n`);
  for (const { roi, figure, own, dicompyler, plastimatch, planningSystem } of comparedFigures(patient)) {
    process.stdout.write(
      `| ${figure === 'volume cc' ? roi : ''} | ${figure} | ${shown(own)} | ${beside(own, dicompyler)} | ${beside(own, plastimatch)} | ${beside(own, planningSystem)} |\n`,
    );
  }
}
