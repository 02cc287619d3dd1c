import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { MakerZIP } from '@electron-forge/maker-zip';
import { FusesPlugin } from '@electron-forge/plugin-fuses';
import type { ForgeConfig } from '@electron-forge/shared-types';

/** What goes into the package: the built page, the built shell and the sample patients; nothing is resolved at run time. */
const SHIPPED = /^\/(package\.json|LICENSE|dist(\/(app|electron)(\/.*)?)?|dicom-samples(\/.*)?)?$/;

/** A folder with the runtime's zip, named as the release is, where it cannot be fetched. */
const zipFolder = process.env.ELECTRON_ZIP_DIR;

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
  plugins: [
    new FusesPlugin({
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
    }),
  ],
};

export default config;
