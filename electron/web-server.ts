import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { readAppFile } from './app-files';
import { pageHeaders } from './content-security';
import { walkFolder } from './folder-walk';

const USUAL_PORT = 4173;
const LOOPBACK = '127.0.0.1';

export interface Served {
  /** The built page. */
  readonly app: string;
  /** The synthetic patient, offered below `/sample/`. */
  readonly sample: string;
  /** Whoever looks after this computer has said that nothing is kept on it. */
  readonly keepsNothing?: boolean;
}

/** Serves the built page to browsers on this computer alone. */
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

async function answer({ app, sample, keepsNothing = false }: Served, request: IncomingMessage): Promise<Reply> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405, 'only for reading');
  if (!isLoopback(request)) return refused(403, 'only for this computer');
  const [urlPath] = (request.url ?? '/').split(/[?#]/);
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

async function sampleList(sample: string): Promise<Reply> {
  const { files } = await walkFolder(sample);
  const list = files.map((file) => ({ path: path.relative(sample, file.path).split(path.sep).join('/'), size: file.size }));
  return { status: 200, headers: pageHeaders('/sample/', 'application/json; charset=utf-8'), body: JSON.stringify(list) };
}

/** A page of another site that has its name resolved to this computer must not read what is served here. */
function isLoopback({ headers, socket }: IncomingMessage): boolean {
  return headers.host === `${LOOPBACK}:${socket.localPort}` || headers.host === `localhost:${socket.localPort}`;
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

/** Listens on the usual port, or on a free one where that is taken. @returns the address of the page. */
export async function listen(server: Server, port = USUAL_PORT): Promise<string> {
  try {
    await listenOn(server, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listenOn(server, 0);
  }
  const address = server.address();
  return `http://${LOOPBACK}:${typeof address === 'object' && address ? address.port : port}/`;
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
