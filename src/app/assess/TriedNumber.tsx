import { NumberInput } from '@mantine/core';
import { useState } from 'react';

interface TriedNumberProps {
  readonly label: string;
  /** The last valid value: that of the figures. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly isWhole?: boolean;
  readonly hideControls?: boolean;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
  /** What is said of an entry that is no value, and of what the figures are of. */
  readonly problem: string;
  /** Called with valid values alone. */
  readonly onValue: (value: number) => void;
}

/** A number that is tried: what is typed stays as it is typed, and an entry that is no value is called so. */
export function TriedNumber(props: TriedNumberProps) {
  const {
    label,
    value,
    least,
    most,
    step,
    isWhole = false,
    hideControls = false,
    disabled = false,
    className,
    problem,
    onValue,
  } = props;
  const [typed, setTyped] = useState<number | string>(value);
  const [last, setLast] = useState(value);
  if (value !== last) {
    setLast(value);
    if (Number(typed) !== value || typed === '') setTyped(value);
  }
  const isWrong = triedValue(typed, { least, most, isWhole }) === undefined;
  return (
    <NumberInput
      size="xs"
      className={className}
      aria-label={label}
      value={typed}
      min={least}
      max={most}
      step={step}
      clampBehavior="none"
      hideControls={hideControls}
      disabled={disabled}
      error={isWrong && !disabled ? problem : undefined}
      errorProps={{ role: 'alert', style: { whiteSpace: 'normal', minWidth: '9rem' } }}
      onChange={(next) => {
        setTyped(next);
        const valid = triedValue(next, { least, most, isWhole });
        if (valid !== undefined) onValue(valid);
      }}
    />
  );
}

type Range = Pick<TriedNumberProps, 'least' | 'most'> & { readonly isWhole: boolean };

/** What is typed as a value; undefined where it is none: empty, no number, outside the range, or no whole number. */
export function triedValue(typed: number | string, { least, most, isWhole }: Range): number | undefined {
  const value = typeof typed === 'number' ? typed : typed.trim() === '' ? Number.NaN : Number(typed);
  return value >= least && value <= most && (!isWhole || Number.isInteger(value)) ? value : undefined;
}
