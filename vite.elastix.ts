import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, UserConfig } from 'vite';

const PIPELINES = path.resolve(import.meta.dirname, 'node_modules/@itk-wasm/elastix/dist/pipelines');

const standIn = (file: string) => path.resolve(import.meta.dirname, 'src/app/engine/itk-wasm', file);

/**
 * What a page that registers needs: elastix's WebAssembly beside the worker that loads it, taken from the package and
 * never fetched from elsewhere; and stand-ins for two libraries of itk-wasm's that the page's policy or its scheme refuse.
 */
export const elastixInPage = {
  plugins: [
    {
      name: 'elastix-files',
      generateBundle(_options, bundle) {
        // itk-wasm can run in a worker of its own; here it never does (src/app/engine/registration.worker.ts).
        for (const file of Object.keys(bundle)) if (file.includes('itk-wasm-pipeline.worker')) delete bundle[file];
        for (const file of ['elastix.js', 'elastix.wasm.zst']) {
          this.emitFile({ type: 'asset', fileName: `assets/elastix/${file}`, source: readFileSync(path.join(PIPELINES, file)) });
        }
      },
    } satisfies Plugin,
  ],
  resolve: { alias: { '@thewtex/zstddec': standIn('zstd-decoder.ts'), axios: standIn('own-files.ts') } },
} satisfies UserConfig;
