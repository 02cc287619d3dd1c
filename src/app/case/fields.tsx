import { NumberInput, type NumberInputProps, TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/*
 * Fields that report what is typed once it stands still, so that "50" is one change and not two. What the case says in
 * the meantime (undo, another file) wins over what is shown.
 */

const STILL_MS = 450;

/** The text shown for a value, and how to change it. */
function useDraft<Value, Shown>(value: Value, shownOf: (value: Value) => Shown) {
  const [shown, setShown] = useState(shownOf(value));
  const reported = useRef(value);
  useEffect(() => {
    if (Object.is(value, reported.current)) return;
    reported.current = value;
    setShown(shownOf(value));
  }, [value, shownOf]);
  return { shown, setShown, reported };
}

interface LateNumberProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'min' | 'max'> {
  readonly value: number | undefined;
  readonly onCommit: (value: number | undefined) => void;
  readonly min: number;
  readonly max: number;
}

const numberShown = (value: number | undefined): number | string => value ?? '';

export function LateNumber({ value, onCommit, min, max, ...rest }: LateNumberProps) {
  const { shown, setShown, reported } = useDraft(value, numberShown);
  const report = useDebouncedCallback(
    (next: number | string) => {
      // Half a number ("0.") is not one yet; one out of bounds is put right when the field is left.
      if (typeof next === 'string' && next !== '') return;
      const typed = next === '' ? undefined : Number(next);
      if (typed !== undefined && (typed < min || typed > max)) return;
      if (typed === reported.current) return;
      reported.current = typed;
      onCommit(typed);
    },
    { delay: STILL_MS, flushOnUnmount: true },
  );
  return (
    <NumberInput
      size="xs"
      {...rest}
      min={min}
      max={max}
      value={shown}
      onChange={(next) => {
        setShown(next);
        report(next);
      }}
      onBlur={() => report.flush()}
    />
  );
}

interface LateTextProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly onCommit: (value: string) => void;
}

const same = (value: string): string => value;

export function LateText({ value, onCommit, ...rest }: LateTextProps) {
  const { shown, setShown, reported } = useDraft(value, same);
  const report = useDebouncedCallback(
    (next: string) => {
      if (next === reported.current) return;
      reported.current = next;
      onCommit(next);
    },
    { delay: STILL_MS, flushOnUnmount: true },
  );
  return (
    <TextInput
      size="xs"
      {...rest}
      value={shown}
      onChange={({ currentTarget }) => {
        setShown(currentTarget.value);
        report(currentTarget.value);
      }}
      onBlur={() => report.flush()}
    />
  );
}

interface DayInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: string | undefined;
  readonly onCommit: (value: string | undefined) => void;
}

const dayShown = (value: string | undefined): string => value ?? '';

/**
 * A day by the system's own date field, and beneath it the day as it stands in the case and in the patient bar: in which
 * order a field has month and day is the system's. A year that is being typed (0020) is not reported.
 */
export function DayInput({ value, onCommit, ...rest }: DayInputProps) {
  const { shown, setShown, reported } = useDraft(value, dayShown);
  const report = (next: string) => {
    const day = next === '' ? undefined : next;
    if (day === reported.current) return;
    reported.current = day;
    onCommit(day);
  };
  return (
    <TextInput
      size="xs"
      {...rest}
      type="date"
      value={shown}
      description={shown}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={({ currentTarget }) => {
        setShown(currentTarget.value);
        if (/^(19|20)\d\d-/.test(currentTarget.value)) report(currentTarget.value);
      }}
      // Half a date reads as '' too: the day is taken away only where the field is left empty.
      onBlur={({ currentTarget }) => {
        if (currentTarget.value === '' && !currentTarget.validity.badInput) report('');
      }}
    />
  );
}
