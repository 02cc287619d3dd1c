import { readFile } from 'node:fs/promises';
import path from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.dcm': 'application/dicom',
};

export const mediaTypeOf = (file: string): string => MEDIA_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';

/**
 * The file below `root` that a URL's path asks for; undefined where the path is none or would leave the folder. No part
 * may be `..`, hidden, or hold what some platform reads as a separator, a drive or a stream.
 */
export function fileBelow(root: string, urlPath: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  const parts = decoded.split('/').filter((part) => part !== '');
  const odd = (part: string) => part.startsWith('.') || /[\\:\0]/.test(part);
  return parts.some(odd) ? undefined : path.join(root, ...parts);
}

/** @returns undefined where there is no such file. */
export async function readAppFile(root: string, urlPath: string): Promise<{ bytes: Buffer; mediaType: string } | undefined> {
  const file = fileBelow(root, urlPath === '/' ? '/index.html' : urlPath);
  if (file === undefined) return undefined;
  try {
    return { bytes: await readFile(file), mediaType: mediaTypeOf(file) };
  } catch {
    return undefined;
  }
}
