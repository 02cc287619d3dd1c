import path from 'node:path';
import { parseArgs } from 'node:util';
import packager, { type HookFunction } from '@electron/packager';
import { refuseWrongFuses, setFuses } from './fuse-wire';
import { zipFolder as zipOf } from './zip-folder';

/*
 * `npm run package [-- --out FOLDER] [--folder]`: what is given away, for the system that it is made on: a folder, and
 * unless `--folder` a zip of it. The runtime is fetched, or its release's zip is taken from the folder that
 * ELECTRON_ZIP_DIR names; ELECTRON_ZIP_VERSION says which release that is, where it is not the installed one.
 */

const ROOT = path.resolve(import.meta.dirname, '..');

/** What goes in: the built page, the built shell and the sample patients; nothing is resolved at run time. */
const SHIPPED = /^\/(package\.json|LICENSE|dist(\/(app|electron)(\/.*)?)?|dicom-samples(\/.*)?)?$/;

const { values } = parseArgs({ options: { out: { type: 'string' }, folder: { type: 'boolean' } } });
const out = path.resolve(values.out ?? path.join(ROOT, 'out'));
const { ELECTRON_ZIP_DIR: zipFolder, ELECTRON_ZIP_VERSION: zipVersion } = process.env;

/** The program within what was unpacked, under the name that it has before and after packaging. */
function programIn(folder: string, platform: string, name: { readonly app: string; readonly executable: string }): string {
  if (platform === 'darwin' || platform === 'mas') return path.join(folder, `${name.app}.app`);
  return path.join(folder, platform === 'win32' ? `${name.executable}.exe` : name.executable);
}

/** Before anything is signed: a fuse that is set afterwards would break the seal. */
const fuses: HookFunction = (appFolder, _version, platform, arch, done) => {
  const isMac = platform === 'darwin' || platform === 'mas';
  const unpacked = path.resolve(appFolder, isMac ? '../../../..' : '../..');
  const program = programIn(unpacked, platform, { app: 'Electron', executable: 'electron' });
  setFuses(program, { resetAdHocDarwinSignature: isMac && arch === 'arm64' }).then(() => done(), done);
};

const folders = await packager({
  dir: ROOT,
  out,
  overwrite: true,
  quiet: true,
  asar: true,
  name: 'Isoeffect',
  executableName: 'isoeffect',
  ignore: (file) => file !== '' && !SHIPPED.test(file),
  prune: false,
  afterCopy: [fuses],
  ...(zipFolder ? { electronZipDir: zipFolder } : {}),
  ...(zipVersion ? { electronVersion: zipVersion } : {}),
});
for (const folder of folders) {
  // Read anew from what is given away.
  await refuseWrongFuses(programIn(folder, process.platform, { app: 'Isoeffect', executable: 'isoeffect' }));
  console.log(folder);
  if (values.folder) continue;
  const zip = path.join(out, `${path.basename(folder)}.zip`);
  await zipOf(folder, zip);
  console.log(zip);
}
