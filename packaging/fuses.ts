import { FuseV1Options } from '@electron/fuses';

/** What a fuse of the runtime is set to in the package, and why. */
export interface FuseSetting {
  readonly name: keyof typeof FuseV1Options;
  readonly on: boolean;
  readonly why: string;
}

/**
 * Every fuse that the project knows, by its place in the wire (`@electron/fuses`). A runtime with one more is not packaged
 * until it stands here: a fuse that nobody looked at has the value that somebody else chose.
 */
export const FUSES: readonly FuseSetting[] = [
  { name: 'RunAsNode', on: false, why: 'ELECTRON_RUN_AS_NODE would make the program a Node that runs any script' },
  { name: 'EnableCookieEncryption', on: true, why: 'no cookie is set; if one ever is, not in the clear' },
  { name: 'EnableNodeOptionsEnvironmentVariable', on: false, why: 'NODE_OPTIONS would load code into the main process' },
  { name: 'EnableNodeCliInspectArguments', on: false, why: '--inspect would open the main process to other programs' },
  { name: 'EnableEmbeddedAsarIntegrityValidation', on: true, why: 'a changed archive is not run (macOS, Windows)' },
  { name: 'OnlyLoadAppFromAsar', on: true, why: 'a folder beside the archive is not run in its place' },
  { name: 'LoadBrowserProcessSpecificV8Snapshot', on: false, why: 'no snapshot of its own is shipped; none is looked for' },
  { name: 'GrantFileProtocolExtraPrivileges', on: false, why: 'pages come by schemes of its own; file: has no rights' },
  { name: 'WasmTrapHandlers', on: true, why: 'bounds of WebAssembly memory are kept by the processor, as Chromium does' },
];

/** The place of a fuse in the wire. */
export const placeOf = ({ name }: FuseSetting): FuseV1Options => FuseV1Options[name];
