import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { readAppFile } from './app-files';
import { pageHeaders } from './content-security';
import { walkFolder } from './folder-walk';
import { hostOf, pathOf, type WebAddress } from './web-address';

const LOOPBACK = '127.0.0.1';

export interface Served {
  /** The built page. */
  readonly app: string;
  /** The synthetic patient, offered below `sample/`. */
  readonly sample: string;
  readonly address: WebAddress;
  /** Whoever looks after this computer has said that nothing is kept on it. */
  readonly keepsNothing?: boolean;
}

/** Serves the built page to browsers on this computer that know its address, and nothing to anybody else. */
export function webServer(served: Served): Server {
  return createServer((request, response) => {
    answer(served, request)
      .catch(() => refused(500, 'it could not be read'))
      .then((reply) => send(request, response, reply));
  });
}

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}

async function answer(served: Served, request: IncomingMessage): Promise<Reply> {
  const { app, sample, address, keepsNothing = false } = served;
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405, 'only for reading');
  const { headers, socket } = request;
  if (headers.host !== hostOf(address, socket.localPort!)) return refused(403, 'only at the address that was told');
  if (isForPage(request)) return refused(403, 'not for other pages');
  const urlPath = within(pathOf(address), (request.url ?? '/').split(/[?#]/)[0]);
  if (urlPath === undefined) return refused(404, 'not found');
  if (urlPath === '/sample/') return sampleList(sample);
  const found = urlPath.startsWith('/sample/')
    ? await readAppFile(sample, urlPath.slice('/sample'.length))
    : await readAppFile(app, urlPath);
  if (!found) return refused(404, 'not found');
  const body = keepsNothing && found.mediaType.startsWith('text/html') ? told(found.bytes) : found.bytes;
  return { status: 200, headers: pageHeaders(urlPath, found.mediaType), body };
}

/** The page, with what it must know before it keeps anything. */
const told = (page: Buffer): string =>
  page.toString('utf8').replace(/<head[^>]*>/i, (head) => `${head}<meta name="isoeffect-keep" content="nothing">`);

/** A path from the page's own root; undefined for one outside it, in a time that tells nothing of where it differs. */
function within(root: string, urlPath: string): string | undefined {
  const [ours, theirs] = [Buffer.from(root), Buffer.from(urlPath)];
  const isLong = theirs.length >= ours.length;
  const isOurs = isLong && timingSafeEqual(ours, theirs.subarray(0, ours.length));
  return isOurs ? urlPath.slice(root.length - 1) : undefined;
}

/** Whether a page of another origin asks, by what browsers say themselves; that a person follows a link is no such. */
function isForPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
}

async function sampleList(sample: string): Promise<Reply> {
  const { files } = await walkFolder(sample);
  const list = files.map((file) => ({ path: path.relative(sample, file.path).split(path.sep).join('/'), size: file.size }));
  return { status: 200, headers: pageHeaders('/sample/', 'application/json; charset=utf-8'), body: JSON.stringify(list) };
}

const refused = (status: number, body: string): Reply => ({
  status,
  headers: pageHeaders('/', 'text/plain; charset=utf-8'),
  body,
});

function send({ method }: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(method === 'HEAD' ? undefined : body);
}

/**
 * Listens on a port of this computer, or on a free one where that is taken.
 * @param port another than that of the address; 0 is any that is free.
 */
export async function listen(
  server: Server,
  address: WebAddress,
  port = address.port,
): Promise<{ readonly url: string; readonly isTaken: boolean }> {
  let isTaken = false;
  try {
    await listenOn(server, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    isTaken = true;
    await listenOn(server, 0);
  }
  const at = server.address() as { readonly port: number };
  return { url: `http://${hostOf(address, at.port)}${pathOf(address)}`, isTaken };
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
