import { elastixNode } from '@itk-wasm/elastix';
import type { Elastix } from '../../../src/registration/automatic/engine';

/** elastix in Node: the package reads its WebAssembly from its own folder. */
export const nodeElastix: Elastix = async (parameters, fixed, moving) => {
  const { transform } = await elastixNode([parameters] as never, { fixed: fixed as never, moving: moving as never });
  return transform as never;
};
