import { Alert, Button, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ContainedProps {
  readonly children: ReactNode;
  /** What is missing where this part is: without the patient bar nobody sees whose files these are. */
  readonly kept?: 'patient';
}

/** Keeps a fault in drawing to its own part of the window: the rest, and all that is open, stays. */
export class Contained extends Component<ContainedProps, { readonly fault: string | undefined }> {
  override state: { readonly fault: string | undefined } = { fault: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override render() {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return <Broken fault={fault} part={this.props.kept} onAgain={() => this.setState({ fault: undefined })} />;
  }
}

interface BrokenProps {
  readonly fault: string;
  readonly part?: 'patient' | undefined;
  readonly onAgain: () => void;
}

/** What stands in place of a part that could not be drawn. */
export function Broken({ fault, part, onAgain }: BrokenProps) {
  const { t } = useTranslation('shell');
  return (
    <Alert color="red" role="alert" m="xs" py="xs" title={t('broken.title')}>
      {part === 'patient' && (
        <Text size="sm" fw={600}>
          {t('broken.patient')}
        </Text>
      )}
      <Text size="sm">
        {t('broken.text')} <code lang="en">{fault}</code>
      </Text>
      <Button size="compact-sm" variant="default" mt="xs" onClick={onAgain}>
        {t('broken.again')}
      </Button>
    </Alert>
  );
}
