import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

const external = ['electron', ...builtinModules, /^node:/];

/** Bundles the desktop shell into dist/electron: the main process as a module, the preload script as a sandbox wants it. */
export default defineConfig({
  publicDir: false,
  builder: {
    async buildApp(builder) {
      await builder.build(builder.environments.main);
      await builder.build(builder.environments.preload);
      await builder.build(builder.environments.early);
    },
  },
  environments: {
    main: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/electron',
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        rollupOptions: { input: 'electron/main.ts', external, output: { format: 'es', entryFileNames: 'main.js' } },
      },
    },
    early: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/electron',
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rollupOptions: {
          input: 'electron/before-ready.ts',
          external,
          output: { format: 'cjs', entryFileNames: 'before-ready.cjs' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/electron',
        emptyOutDir: false,
        target: 'chrome130',
        minify: false,
        rollupOptions: { input: 'electron/preload.ts', external, output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
      },
    },
  },
});
