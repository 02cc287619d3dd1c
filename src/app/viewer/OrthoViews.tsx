import { useLayoutEffect, useState } from 'react';
import type { Vec3 } from '../../geometry/vec3';
import { DoseView } from './DoseView';
import type { NamedField } from './dose-plane';
import styles from './ortho-views.module.css';
import type { CtWindow, Scene, ViewPlane } from './scene';
import { VIEWER_TEXT, type ViewerText } from './viewer-text';
import { VIEWS, ViewsModel } from './views-model';

export { type NamedField, valuesAt } from './dose-plane';
export { VIEWER_TEXT, type ViewerText } from './viewer-text';
export { WINDOW_PRESETS, type WindowPreset } from './window-presets';

export interface OrthoViewsProps {
  readonly scene: Scene;
  /** The user moved the crosshair; at most once a frame. The views have already moved. */
  readonly onCrosshair: (pointMm: Vec3) => void;
  /** The user changed the Hounsfield window; at most once a frame. */
  readonly onWindow: (window: CtWindow) => void;
  readonly hoverValues?: readonly NamedField[];
  readonly labels?: ViewerText;
  /** The view that fills the space; where it is not given, the component keeps it itself. */
  readonly maximised?: ViewPlane | undefined;
  readonly onMaximised?: (view: ViewPlane | undefined) => void;
}

const NONE: readonly NamedField[] = [];

/** Axial, coronal and sagittal picture of a scene, all through its crosshair. Fills the element around it. */
export function OrthoViews(props: OrthoViewsProps) {
  const { scene, onCrosshair, onWindow, hoverValues = NONE, labels = VIEWER_TEXT, onMaximised } = props;
  const [model] = useState(() => new ViewsModel(scene, { onCrosshair, onWindow }));
  const [own, setOwn] = useState<ViewPlane>();
  const maximised = 'maximised' in props ? props.maximised : own;
  useLayoutEffect(() => {
    model.owner = { onCrosshair, onWindow };
    model.setScene(scene);
  }, [model, scene, onCrosshair, onWindow]);
  const maximise = (view: ViewPlane | undefined) => {
    setOwn(view);
    onMaximised?.(view);
  };
  return (
    <div className={styles.views} data-maximised={maximised}>
      {VIEWS.map((view) => (
        <DoseView
          key={view}
          model={model}
          scene={scene}
          view={view}
          labels={labels}
          hoverValues={hoverValues}
          maximised={maximised === view}
          hidden={maximised !== undefined && maximised !== view}
          onMaximise={maximise}
        />
      ))}
    </div>
  );
}
