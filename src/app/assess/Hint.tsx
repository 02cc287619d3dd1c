import { Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './assess.module.css';

interface HintProps {
  /** What it is about, for those who cannot see where it stands. */
  readonly label: string;
  /** Sentences, each on its own line. */
  readonly lines: readonly string[];
  /** Stands before the sign, in the button. */
  readonly children?: ReactNode;
  readonly tabIndex?: number;
}

const DELAY_MS = 150;

/**
 * A sign that opens an explanation on hover and on focus; the explanation then describes the button. Tables have
 * hundreds of them: the floating part is there only while it is open.
 */
export function Hint({ label, lines, children, tabIndex = 0 }: HintProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const close = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.hint}
        tabIndex={tabIndex}
        aria-describedby={isOpen ? id : undefined}
        onMouseEnter={() => {
          timer.current = setTimeout(() => setOpen(true), DELAY_MS);
        }}
        onMouseLeave={close}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isOpen) {
            event.stopPropagation();
            close();
          }
        }}
      >
        {children}
        <IconInfoCircle size={13} aria-hidden="true" />
        <span className={styles.hidden}>{label}</span>
      </button>
      {isOpen && (
        <Tooltip
          id={id}
          opened
          target={button}
          multiline
          fz={12.5}
          maw={340}
          transitionProps={{ duration: 0 }}
          label={lines.map((line) => (
            <span key={line} className={styles.hintLine}>
              {line}
            </span>
          ))}
        />
      )}
    </>
  );
}
