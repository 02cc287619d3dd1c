import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CtWindow } from '../viewer/scene';
import { type CarriedRole, ofRole } from '../words/of-role';
import styles from './fusion.module.css';
import { LookSlider } from './LookSlider';
import { FUSION_MODES, FUSION_TOOLS, type FusionLook, type FusionTool } from './look';
import { WindowSelect } from './WindowSelect';

export interface FusionControlsProps {
  readonly look: FusionLook;
  /** Whose CT is laid on the anatomy's. */
  readonly carried?: CarriedRole;
  readonly onLook: (look: FusionLook) => void;
  readonly tool: FusionTool;
  readonly onTool: (tool: FusionTool) => void;
  /** The tools that there is a use for now. */
  readonly tools?: readonly FusionTool[];
  readonly window: CtWindow;
  readonly onWindow: (window: CtWindow) => void;
}

/** How the two CTs are shown, and what the pointer does in them: a row of controls, which wraps. */
export function FusionControls(props: FusionControlsProps) {
  const { look, carried = 'prior', onLook, tool, onTool, tools = FUSION_TOOLS, window, onWindow } = props;
  const t = ofRole(useTranslation('fusion').t, carried);
  return (
    <section className={styles.controls} aria-label={t('look.label')}>
      <SegmentedControl
        size="xs"
        aria-label={t('look.label')}
        value={look.mode}
        onChange={(mode) => onLook({ ...look, mode })}
        data={FUSION_MODES.map((mode) => ({ value: mode, label: t(`look.${mode}`) }))}
      />
      <LookSlider look={look} carried={carried} onLook={onLook} />
      {tools.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('tool.label')}
          value={tool}
          onChange={onTool}
          data={tools.map((each) => ({ value: each, label: t(`tool.${each}`) }))}
        />
      )}
      <WindowSelect window={window} onWindow={onWindow} />
    </section>
  );
}
