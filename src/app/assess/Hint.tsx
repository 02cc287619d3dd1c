import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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

/** A sign that opens an explanation on hover and on focus; the explanation then describes the button. */
export function Hint({ label, lines, children, tabIndex = 0 }: HintProps) {
  return (
    <Tooltip
      multiline
      maw={340}
      openDelay={150}
      events={{ hover: true, focus: true, touch: true }}
      label={lines.map((line) => (
        <span key={line} className={styles.hintLine}>
          {line}
        </span>
      ))}
    >
      <UnstyledButton className={styles.hint} tabIndex={tabIndex}>
        {children}
        <IconInfoCircle size={13} aria-hidden="true" />
        <span className={styles.hidden}>{label}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
