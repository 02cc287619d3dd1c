/*
 * What the page may do, said by headers: the same page is served by the window's own scheme and, for browsers, over
 * loopback.
 */

/**
 * The one script that may compile WebAssembly: the worker that registers two CTs with elastix. A worker goes by the
 * policy that its own script came with, so the page and the other worker stay without.
 */
const COMPILES_WASM = /^\/assets\/registration\.worker-[\w-]+\.js$/;

/** The policy of a file of the page; `connect` is what it may fetch besides the page's own files. */
export function contentSecurityPolicy(path: string, connect: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `script-src 'self'${COMPILES_WASM.test(path) ? " 'wasm-unsafe-eval'" : ''}`,
    // Mantine puts its colour scheme into style elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer of the app's own origin; `path` is the one asked for, from the root. COOP and COEP give the page SharedArrayBuffer. */
export function pageHeaders(path: string, mediaType: string, connect: readonly string[] = []): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Security-Policy': contentSecurityPolicy(path, connect),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  };
}
