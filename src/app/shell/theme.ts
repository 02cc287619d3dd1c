import { type CSSVariablesResolver, createTheme } from '@mantine/core';

/** Colours and letters of the window. */
export const theme = createTheme({
  primaryColor: 'indigo',
  // White on it has a contrast of more than 4.5.
  primaryShade: 8,
  defaultRadius: 'sm',
  respectReducedMotion: true,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "PingFang SC", "Hiragino Sans", "Microsoft YaHei", "Yu Gothic UI", sans-serif',
});

/** Dimmed words have a contrast of more than 4.5 on the page, which Mantine's own have not. */
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': 'var(--mantine-color-gray-7)' },
  dark: { '--mantine-color-dimmed': 'var(--mantine-color-dark-1)' },
});
