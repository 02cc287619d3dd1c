import { electronHost } from './electron-host';
import type { Host } from './host';
import { webHost } from './web-host';

/** The host that this page runs in. */
export function currentHost(): Host {
  return window.isoeffectBridge ? electronHost(window.isoeffectBridge) : webHost();
}
