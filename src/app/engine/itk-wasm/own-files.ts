/**
 * Stands in for axios, by which itk-wasm reads its WebAssembly (see vite.elastix.ts): axios refuses the desktop's own
 * scheme, and a library that talks to servers has no place in this app. Reads files of the page's own origin, and nothing else.
 */
const ownFiles = {
  async get(url: string): Promise<{ data: ArrayBuffer }> {
    if (new URL(url, self.location.href).origin !== self.location.origin) throw new Error(`${url} is not the app's own`);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url} is missing from the app (${answer.status})`);
    return { data: await answer.arrayBuffer() };
  },
};

export default ownFiles;
