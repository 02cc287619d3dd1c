import { useEffect, useState } from 'react';

/**
 * Takes what is dropped anywhere on the window.
 * @param onDropped undefined where nothing is taken now: the window then still does not leave the page for a dropped file.
 * @returns whether files are held over the window.
 */
export function useWindowDrop(onDropped: ((transfer: DataTransfer) => void) | undefined): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = onDropped ? 'copy' : 'none';
      setOver(onDropped !== undefined);
    };
    const leave = (event: DragEvent) => {
      // Between two elements of the page there is always another one to go to.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer) onDropped?.(event.dataTransfer);
    };
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onDropped]);
  return isOver;
}
