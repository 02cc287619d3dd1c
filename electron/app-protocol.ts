import { type Protocol, protocol } from 'electron';
import { readAppFile } from './app-files';
import { pageHeaders } from './content-security';
import { FILE_SCHEME } from './file-grants';

export const APP_SCHEME = 'isoeffect';
export const APP_ORIGIN = `${APP_SCHEME}://app`;

/** Must be called before the app is ready. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { ...privileges, codeCache: true } },
    { scheme: FILE_SCHEME, privileges },
  ]);
}

/** Serves the built page, and nothing else, as `isoeffect://app/`. */
export function serveApp(root: string, of: Protocol): void {
  of.handle(APP_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const found = host === 'app' && request.method === 'GET' ? await readAppFile(root, pathname) : undefined;
    if (!found)
      return new Response('not found', {
        status: 404,
        headers: pageHeaders(pathname, 'text/plain; charset=utf-8', [`${FILE_SCHEME}:`]),
      });
    return new Response(new Uint8Array(found.bytes), { headers: pageHeaders(pathname, found.mediaType, [`${FILE_SCHEME}:`]) });
  });
}
