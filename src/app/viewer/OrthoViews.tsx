import { useLayoutEffect, useState } from 'react';
import type { Vec3 } from '../../geometry/vec3';
import { DoseView } from './DoseView';
import type { NamedField } from './dose-plane';
import type { CtWindow, Scene } from './scene';
import { type MaximisedProps, ThreeViews } from './ThreeViews';
import { VIEWER_TEXT, type ViewerText } from './viewer-text';
import { ViewsModel } from './views-model';

export { type NamedField, valuesAt } from './dose-plane';
export { VIEWER_TEXT, type ViewerText } from './viewer-text';
export { WINDOW_PRESETS, type WindowPreset } from './window-presets';

export interface OrthoViewsProps extends MaximisedProps {
  readonly scene: Scene;
  /** The user moved the crosshair; at most once a frame. The views have already moved. */
  readonly onCrosshair: (pointMm: Vec3) => void;
  /** The user changed the Hounsfield window; at most once a frame. */
  readonly onWindow: (window: CtWindow) => void;
  readonly hoverValues?: readonly NamedField[];
  readonly labels?: ViewerText;
}

const NONE: readonly NamedField[] = [];

/** Axial, coronal and sagittal picture of a scene, all through its crosshair. Fills the element around it. */
export function OrthoViews(props: OrthoViewsProps) {
  const { scene, onCrosshair, onWindow, hoverValues = NONE, labels = VIEWER_TEXT, ...maximising } = props;
  const [model] = useState(() => new ViewsModel(scene, { onCrosshair, onWindow }));
  useLayoutEffect(() => {
    model.owner = { onCrosshair, onWindow };
    model.setScene(scene);
  }, [model, scene, onCrosshair, onWindow]);
  return (
    <ThreeViews {...maximising}>
      {(among) => <DoseView key={among.view} {...among} model={model} scene={scene} labels={labels} hoverValues={hoverValues} />}
    </ThreeViews>
  );
}
