import { CtDoseDrawing } from './ct-dose-drawing';
import { hounsfieldAt } from './ct-slice';
import { DoseBar } from './DoseBar';
import { type NamedField, valuesAt } from './dose-plane';
import styles from './ortho-views.module.css';
import { type PlaneGeometry, toPatient } from './plane';
import { SliceView } from './SliceView';
import type { Scene, ViewPlane } from './scene';
import type { AmongViews } from './ThreeViews';
import type { ViewerText } from './viewer-text';
import type { ViewsModel } from './views-model';

export interface DoseViewProps extends AmongViews {
  readonly model: ViewsModel;
  readonly scene: Scene;
  readonly labels: ViewerText;
  readonly hoverValues: readonly NamedField[];
}

const start = (element: HTMLElement) => new CtDoseDrawing(element);

const contentOf = (model: ViewsModel, view: ViewPlane) => ({
  ct: model.scene.ct,
  plane: model.planes[view],
  picture: model.pictureIndex(view),
  window: model.window,
  dose: model.scene.dose,
  outlines: model.scene.outlines,
});

/** A picture of the CT with the dose over it. */
export function DoseView({ hoverValues, ...props }: DoseViewProps) {
  const { scene, labels } = props;
  const { dose } = scene;
  /** What lies under the pointer. */
  const readout = (plane: PlaneGeometry, across: number, down: number, through: number): string => {
    const point = toPatient(plane, across, down, through);
    const hu = hounsfieldAt(scene.ct, plane, point);
    if (hu === undefined) return '';
    const doses = valuesAt(
      point,
      hoverValues.map(({ field }) => field),
    );
    return [
      labels.hounsfield(hu),
      ...doses.map((gy, n) => `${hoverValues[n].label}: ${gy === undefined ? labels.outsideDose : labels.gy(gy)}`),
    ].join(' · ');
  };
  return (
    <SliceView
      {...props}
      start={start}
      contentOf={contentOf}
      readout={readout}
      foot={
        dose && (
          <div className={styles.doseLabel} data-part="dose-label">
            {dose.label}
          </div>
        )
      }
      overlay={dose && <DoseBar dose={dose} labels={labels} />}
    />
  );
}
