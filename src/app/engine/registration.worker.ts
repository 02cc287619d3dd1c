import { elastix, setPipelinesBaseUrl } from '@itk-wasm/elastix';
import type { Elastix } from '../../registration/automatic/engine';
import { answerRequest } from '../../registration/automatic/messages';

/*
 * Registers once, for registerInWorker. The WebAssembly lies beside this script, among the app's own files; without that
 * address the package would ask a server for it.
 */
setPipelinesBaseUrl(new URL('elastix', self.location.href).href);

/** In this thread: what itk-wasm would start is one more worker, under an address of its own. */
const here: Elastix = async (parameters, fixed, moving) => {
  const { transform } = await elastix([parameters] as never, {
    fixed: fixed as never,
    moving: moving as never,
    webWorker: false as never,
  });
  return transform as never;
};

self.addEventListener('message', ({ data }) => answerRequest(data, here, (message) => self.postMessage(message)), { once: true });
