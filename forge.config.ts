import path from 'node:path';
import { MakerZIP } from '@electron-forge/maker-zip';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { refuseWrongFuses, setFuses } from './packaging/fuse-wire';

/** What goes into the package: the built page, the built shell and the sample patients; nothing is resolved at run time. */
const SHIPPED = /^\/(package\.json|LICENSE|dist(\/(app|electron)(\/.*)?)?|dicom-samples(\/.*)?)?$/;

/** A folder with the runtime's zip, named as the release is, where it cannot be fetched. */
const zipFolder = process.env.ELECTRON_ZIP_DIR;

/** The program within what was unpacked, under the name that it has before and after packaging. */
function programIn(folder: string, platform: string, name: { readonly app: string; readonly executable: string }): string {
  if (platform === 'darwin' || platform === 'mas') return path.join(folder, `${name.app}.app`);
  return path.join(folder, platform === 'win32' ? `${name.executable}.exe` : name.executable);
}

const config: ForgeConfig = {
  packagerConfig: {
    asar: true,
    name: 'Isoeffect',
    executableName: 'isoeffect',
    ignore: (file) => file !== '' && !SHIPPED.test(file),
    prune: false,
    ...(zipFolder ? { electronZipDir: zipFolder } : {}),
  },
  makers: [new MakerZIP({})],
  hooks: {
    packageAfterCopy: async (_config, appFolder, _version, platform, arch) => {
      const isMac = platform === 'darwin' || platform === 'mas';
      const unpacked = path.resolve(appFolder, isMac ? '../../../..' : '../..');
      const program = programIn(unpacked, platform, { app: 'Electron', executable: 'electron' });
      await setFuses(program, { resetAdHocDarwinSignature: isMac && arch === 'arm64' });
    },
    /** Read anew from what is given away. */
    postPackage: async (_config, { outputPaths, platform }) => {
      for (const folder of outputPaths) {
        await refuseWrongFuses(programIn(folder, platform, { app: 'Isoeffect', executable: 'isoeffect' }));
      }
    },
  },
};

export default config;
