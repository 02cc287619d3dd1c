import { useId, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vec3 } from '../../geometry/vec3';
import type { CtWindow } from '../viewer/scene';
import { type MaximisedProps, ThreeViews } from '../viewer/ThreeViews';
import { VIEWER_TEXT, type ViewerText } from '../viewer/viewer-text';
import { ViewsModel } from '../viewer/views-model';
import { ofRole } from '../words/of-role';
import { FusionView } from './FusionView';
import styles from './fusion.module.css';
import type { FusionScene, LookedAt } from './fusion-scene';
import type { FusionLook, FusionTool } from './look';
import { Moves, type MovesOwner } from './moves';
import { whatIsDrawn } from './picture-words';

export type { FusionScene, Landmark } from './fusion-scene';
export { FIRST_LOOK, type FusionLook, type FusionMode, type FusionTool } from './look';
export { shiftedMap, type Turn, turnedMap } from './moved-map';

/**
 * `onMove` and `onTurn` tell, at most once a frame, by how much more the prior picture is to be moved on the planned one
 * since they were last called: `shiftedMap` and `turnedMap` make the next map of it. `onDone` tells that it was let go.
 */
export interface FusionViewsProps extends MaximisedProps, MovesOwner {
  readonly scene: FusionScene;
  readonly look: FusionLook;
  /** The line of a split was dragged. */
  readonly onLook: (look: FusionLook) => void;
  readonly tool: FusionTool;
  /** The user moved the crosshair; at most once a frame. The views have already moved. */
  readonly onCrosshair: (pointMm: Vec3) => void;
  /** The user changed the Hounsfield window; at most once a frame. */
  readonly onWindow: (window: CtWindow) => void;
  /** A place of the planned frame was chosen with the tool "pick". */
  readonly onPick?: (pointMm: Vec3) => void;
  /** Words of the views themselves. */
  readonly labels?: ViewerText;
}

/** Three linked views of the planned CT with the prior CT carried onto it. Fills the element around it. */
export function FusionViews(props: FusionViewsProps) {
  const { look, onLook, tool, onCrosshair, onWindow, onMove, onTurn, onDone, onPick, labels = VIEWER_TEXT } = props;
  const { scene: given, maximised, onMaximised } = props;
  const t = ofRole(useTranslation('fusion').t, given.carried ?? 'prior');
  const hint = useId();
  const [isDragged, setDragged] = useState(false);
  const scene = useMemo((): LookedAt => ({ ...given, look, isDragged }), [given, look, isDragged]);
  const [model] = useState(() => new ViewsModel(scene, { onCrosshair, onWindow }));
  const [moves] = useState(() => new Moves());
  useLayoutEffect(() => {
    model.owner = { onCrosshair, onWindow };
    moves.owner = { onMove, onTurn, onDone };
    model.setScene(scene);
  });
  return (
    <div className={styles.views}>
      <div className={styles.pictures}>
        <ThreeViews {...('maximised' in props && { maximised })} {...(onMaximised && { onMaximised })}>
          {(among) => (
            <FusionView
              key={among.view}
              {...among}
              model={model}
              scene={scene}
              labels={labels}
              tool={tool}
              moves={moves}
              onLook={onLook}
              onPick={onPick}
              onDragged={setDragged}
              describedBy={hint}
            />
          )}
        </ThreeViews>
      </div>
      <div className={styles.below}>
        <p id={hint} data-part="hint">
          {t(`hint.${tool}`)}
        </p>
        <p data-part="legend">{whatIsDrawn(given, t)}</p>
      </div>
    </div>
  );
}
