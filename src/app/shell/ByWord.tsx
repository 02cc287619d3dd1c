import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';

interface ByWordProps {
  /** What a person says. */
  readonly word: string;
  /** What is done then, and cannot be undone. */
  readonly act: string;
  readonly onAct: () => void;
}

/** Something that destroys what is kept: only after a person has said that it was seen. */
export function ByWord({ word, act, onAct }: ByWordProps) {
  const [isSaid, setSaid] = useState(false);
  return (
    <Group gap="xs">
      <Checkbox size="sm" label={word} checked={isSaid} onChange={(event) => setSaid(event.currentTarget.checked)} />
      <Button size="compact-sm" variant="default" disabled={!isSaid} onClick={onAct}>
        {act}
      </Button>
    </Group>
  );
}
