import { decompress } from 'fzstd';

/**
 * Stands in for the decoder that itk-wasm brings (see vite.elastix.ts), which is WebAssembly fetched from a data: address:
 * the page's policy forbids that, and loosening it for 2 MB is not worth it.
 */
export class ZSTDDecoder {
  async init(): Promise<void> {}

  decode(compressed: Uint8Array): Uint8Array {
    // What is done with it takes the buffer that lies under it, which must hold nothing else.
    return decompress(compressed).slice();
  }
}
