import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vec3 } from '../../geometry/vec3';
import type { Grip } from '../viewer/picture-input';
import type { PicturePlace } from '../viewer/picture-place';
import { toPatient, toPlane } from '../viewer/plane';
import { SliceView } from '../viewer/SliceView';
import type { ViewPlane } from '../viewer/scene';
import type { AmongViews } from '../viewer/ThreeViews';
import type { ViewerText } from '../viewer/viewer-text';
import type { ViewsModel } from '../viewer/views-model';
import { ofRole } from '../words/of-role';
import styles from './fusion.module.css';
import { FusionDrawing } from './fusion-drawing';
import type { FusionContent, LookedAt } from './fusion-scene';
import type { FusionLook, FusionTool } from './look';
import { moveByKey, shiftGrip, turnGrip } from './move-grips';
import type { Moves } from './moves';
import { whatIsWhere } from './picture-words';
import { placeOverlay } from './place-overlay';
import { useHounsfieldReadout } from './use-hounsfield-readout';

export interface FusionViewProps extends AmongViews {
  readonly model: ViewsModel<LookedAt>;
  readonly scene: LookedAt;
  readonly labels: ViewerText;
  readonly tool: FusionTool;
  readonly moves: Moves;
  readonly onLook: (look: FusionLook) => void;
  readonly onPick: ((pointMm: Vec3) => void) | undefined;
  /** Something is taken hold of, or let go. */
  readonly onDragged: (isDragged: boolean) => void;
  readonly describedBy: string;
}

const contentOf = (model: ViewsModel<LookedAt>, view: ViewPlane): FusionContent => ({
  scene: model.scene,
  plane: model.planes[view],
  picture: model.pictureIndex(view),
  window: model.window,
});

const NOTHING: Grip = { drag: () => {}, end: () => {} };

/** One picture of both CTs. */
export function FusionView(props: FusionViewProps) {
  const { tool, moves, onLook, onPick, onDragged, ...view } = props;
  const { model, scene, labels } = view;
  const { look } = scene;
  const t = ofRole(useTranslation('fusion').t, scene.carried ?? 'prior');
  const unknown = useRef(0);
  const splitMm = useRef(0);
  const start = useCallback(
    (element: HTMLElement) =>
      new FusionDrawing(element, (share) => {
        unknown.current = share;
      }),
    [],
  );
  const hounsfield = useHounsfieldReadout(scene, look, labels, t);
  const plane = () => model.planes[view.view];

  const held = (grip: Grip): Grip => {
    onDragged(true);
    return {
      drag: grip.drag,
      end: () => {
        grip.end();
        onDragged(false);
      },
    };
  };
  const grip = (place: PicturePlace, x: number, y: number, event: PointerEvent): Grip | undefined => {
    const part = (event.target as Element).closest('[data-grip]')?.getAttribute('data-grip');
    if (part === 'split') return splitGrip(place, (splitAt) => onLook({ ...model.scene.look, splitAt }));
    if (tool === 'pick') {
      const { centresMm } = plane().through;
      onPick?.(toPatient(plane(), ...place.fromScreen(x, y), centresMm[model.pictureIndex(view.view)]));
      return NOTHING;
    }
    if (tool !== 'move') return undefined;
    const turns = part === 'ring' || event.altKey;
    return held(turns ? turnGrip(moves, plane(), place, model.crosshairMm, x, y) : shiftGrip(moves, plane(), place, x, y));
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (tool === 'move') return moveByKey(moves, plane(), model.crosshairMm, event);
    if (tool !== 'pick' || event.key !== ' ') return false;
    if (event.type === 'keydown' && !event.repeat) onPick?.(model.crosshairMm);
    return true;
  };
  return (
    <SliceView
      {...view}
      start={start}
      contentOf={contentOf}
      readout={(of, across, down, through) => hounsfield(of, splitMm.current, across, down, through)}
      grip={grip}
      onKey={onKey}
      onBlur={() => moves.done()}
      onFrame={(stage, place) => {
        const [across, down] = toPlane(plane(), model.crosshairMm);
        splitMm.current = place.fromScreen(look.splitAt * place.size.width, 0)[0];
        placeOverlay(stage, place, place.toScreen(across, down), look.splitAt, unknown.current > 0);
      }}
      overlay={
        <>
          <i className={styles.tool} data-part="tool" data-tool={tool} />
          {look.mode === 'split' && (
            <div className={styles.split} data-part="split" data-grip="split" aria-hidden="true">
              <span className={styles.leftTag}>{t('look.plannedEnd')}</span>
              <span className={styles.rightTag}>{t('look.priorEnd')}</span>
            </div>
          )}
          {tool === 'move' && (
            <svg className={styles.ring} data-part="ring" aria-hidden="true">
              <title>{t('tool.move')}</title>
              <circle className={styles.ringLine} />
              <circle className={styles.ringGrip} data-grip="ring" />
            </svg>
          )}
        </>
      }
      foot={
        <div className={styles.label} data-part="fusion-label">
          {scene.isTried && (
            <div className={styles.tried} data-part="tried">
              {t('shown.tried')}
            </div>
          )}
          {whatIsWhere(look, scene, t)}
          <div data-part="hatched" hidden>
            {t('shown.hatched')}
          </div>
        </div>
      }
    />
  );
}

const splitGrip = (place: PicturePlace, move: (splitAt: number) => void): Grip => ({
  drag: (x) => move(Math.min(1, Math.max(0, x / Math.max(1, place.size.width)))),
  end: () => {},
});
