import { type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './assess.module.css';

/** A line that is cut by less than this is whole: heights are rounded. */
const ROUNDING_PX = 1;

/** How many lines end below a height. @param bottoms of the lines; all in px. */
export const foldedOf = (bottoms: readonly number[], heightPx: number): number =>
  bottoms.filter((bottom) => bottom > heightPx + ROUNDING_PX).length;

/** Lines in the room that is left for them: what does not fit is folded, is counted, and is shown when it is asked for. */
export function FoldedLines({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('assess');
  const body = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const folded = useFolded(body, isOpen);
  return (
    <>
      <div ref={body} className={styles.lines} data-open={isOpen || undefined} data-part="lines">
        {children}
      </div>
      {(folded > 0 || isOpen) && (
        <button type="button" className={styles.unfold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span> {isOpen ? t('banner.fold') : t('banner.folded', { count: folded })}
        </button>
      )}
    </>
  );
}

/** How many paragraphs and items do not fit; none of them is shown in part. */
function useFolded(body: RefObject<HTMLDivElement | null>, isOpen: boolean): number {
  const [folded, setFolded] = useState(0);
  const measure = useCallback(() => {
    const box = body.current;
    if (!box) return;
    const lines = [...box.querySelectorAll<HTMLElement>('p, li')];
    const top = box.getBoundingClientRect().top;
    const bottoms = lines.map((line) => line.getBoundingClientRect().bottom - top);
    const hidden = isOpen ? 0 : foldedOf(bottoms, box.clientHeight);
    lines.forEach((line, n) => {
      line.style.visibility = n >= lines.length - hidden ? 'hidden' : '';
    });
    setFolded(hidden);
  }, [body, isOpen]);
  // Other words are other heights: after every drawing, and when the room is another.
  useLayoutEffect(measure);
  useEffect(() => {
    const watch = new ResizeObserver(measure);
    if (body.current) watch.observe(body.current);
    return () => watch.disconnect();
  }, [body, measure]);
  return folded;
}
