import { type ReactNode, useState } from 'react';
import styles from './ortho-views.module.css';
import type { ViewPlane } from './scene';
import { VIEWS } from './views-model';

export interface MaximisedProps {
  /** The view that fills the space; where it is not given, the component keeps it itself. */
  readonly maximised?: ViewPlane | undefined;
  readonly onMaximised?: (view: ViewPlane | undefined) => void;
}

/** What a view is told of the others. */
export interface AmongViews {
  readonly view: ViewPlane;
  readonly maximised: boolean;
  readonly hidden: boolean;
  readonly onMaximise: (view: ViewPlane | undefined) => void;
}

/** Three views side by side, or one that fills the space. */
export function ThreeViews(props: MaximisedProps & { readonly children: (among: AmongViews) => ReactNode }) {
  const { onMaximised, children } = props;
  const [own, setOwn] = useState<ViewPlane>();
  const maximised = 'maximised' in props ? props.maximised : own;
  const onMaximise = (view: ViewPlane | undefined) => {
    setOwn(view);
    onMaximised?.(view);
  };
  return (
    <div className={styles.views} data-maximised={maximised}>
      {VIEWS.map((view) =>
        children({ view, maximised: maximised === view, hidden: maximised !== undefined && maximised !== view, onMaximise }),
      )}
    </div>
  );
}
