import { gradient } from './colour-map';
import { barMarks } from './dose-bar';
import styles from './ortho-views.module.css';
import type { DoseLayer } from './scene';
import type { ViewerText } from './viewer-text';

const BAR_PX = 132;

/** Colours of the wash and of the lines, with their doses. */
export function DoseBar({ dose, labels }: { readonly dose: DoseLayer; readonly labels: ViewerText }) {
  return (
    <div className={styles.bar} style={{ height: BAR_PX }} data-part="dose-bar">
      <div className={styles.barColours} style={{ background: dose.opacity > 0 ? gradient('to top') : 'none' }} />
      {barMarks(dose, BAR_PX).map(({ gy, part, colour, written }) => (
        <div key={`${gy} ${colour}`} className={styles.barMark} style={{ bottom: `${(100 * part).toFixed(2)}%` }}>
          {written && <span>{labels.gy(gy)}</span>}
          <i style={{ background: colour ?? 'transparent' }} />
        </div>
      ))}
    </div>
  );
}
