import { type FileHandle, open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Protocol } from 'electron';
import { entryBytes } from '../src/app/host/zip-entry';
import { APP_ORIGIN } from './app-protocol';
import { FILE_SCHEME, type FileGrants, type Grant } from './file-grants';
import { zipSource } from './zip-source';

/** Below this a file is sent in one piece, which is faster for the many small files of a series. */
const ONE_PIECE_BYTES = 2 * 2 ** 20;

const LARGEST_START = 2 ** 20;

const headers = (length?: number): Record<string, string> => ({
  'Content-Type': 'application/octet-stream',
  'Access-Control-Allow-Origin': APP_ORIGIN,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  ...(length === undefined ? {} : { 'Content-Length': String(length) }),
});

const refusal = (status: number, sentence: string): Response => new Response(sentence, { status, headers: headers() });

/** Answers `isoeffect-file://<id>/` for granted files, and for nothing else. */
export function serveGrantedFiles(grants: FileGrants, of: Protocol): void {
  of.handle(FILE_SCHEME, async (request) => {
    const grant = request.method === 'GET' ? grants.find(request.url) : undefined;
    if (!grant) return refusal(404, 'This file was not opened.');
    try {
      if (grant.entry) return await zipEntryResponse(grant);
      const first = new URL(request.url).searchParams.get('first');
      return first === null ? await fileResponse(grant) : await startOfFile(grant, Number(first));
    } catch (error) {
      return refusalOf(grant, (error as NodeJS.ErrnoException).code);
    }
  });
}

function refusalOf({ path }: Grant, code: string | undefined): Response {
  if (code === 'ENOENT' || code === 'ENOTDIR') return refusal(404, `${path} is no longer there.`);
  if (code === 'EACCES' || code === 'EPERM') return refusal(403, `You may not read ${path}.`);
  if (code === 'EBUSY') return refusal(423, `${path} is open in another program.`);
  return refusal(500, `${path} could not be read.`);
}

/** Only the first bytes, at the most `LARGEST_START`: of most of a large folder no more is asked. */
async function startOfFile({ path }: Grant, asked: number): Promise<Response> {
  const handle = await open(path, 'r');
  try {
    const start = new Uint8Array(Math.min(Math.max(0, Math.trunc(asked) || 0), LARGEST_START));
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    return new Response(start.subarray(0, bytesRead), { headers: headers(bytesRead) });
  } finally {
    await handle.close();
  }
}

async function fileResponse({ path, size }: Grant): Promise<Response> {
  if (size <= ONE_PIECE_BYTES) {
    const bytes = await readFile(path);
    return new Response(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength), {
      headers: headers(bytes.length),
    });
  }
  const handle = await open(path, 'r');
  const { size: now } = await handle.stat();
  const stream = handle.createReadStream({ highWaterMark: 2 ** 20 });
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>, { headers: headers(now) });
}

async function zipEntryResponse({ path, entry }: Grant): Promise<Response> {
  const handle: FileHandle = await open(path, 'r');
  const pieces = entryBytes(await zipSource(handle), entry!);
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (!done) return controller.enqueue(value as Uint8Array<ArrayBuffer>);
        await handle.close();
        controller.close();
      } catch (error) {
        await handle.close();
        controller.error(error);
      }
    },
    cancel: () => handle.close(),
  });
  return new Response(body, { headers: headers(entry!.size) });
}
