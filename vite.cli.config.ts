import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** Bundles the command line into dist/cli: everything it needs but Node itself, so that it starts fast. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    minify: false,
    rollupOptions: {
      output: { entryFileNames: 'main.js', chunkFileNames: '[name].js' },
      external: [...builtinModules, /^node:/],
    },
  },
  ssr: { noExternal: true },
});
