import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { elastixInPage } from './vite.elastix.ts';
import { shownText } from './vite.shown-text.ts';

/** Builds the window's page: everything it needs is in dist/app, nothing is fetched from elsewhere. */
export default defineConfig({
  root: 'src/app',
  base: './',
  publicDir: false,
  plugins: [shownText, react(), ...elastixInPage.plugins],
  resolve: elastixInPage.resolve,
  worker: { format: 'es' },
  build: { outDir: '../../dist/app', emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 3000 },
});
