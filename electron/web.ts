import path from 'node:path';
import { isToldToKeepNothing } from '../src/app/host/keeping';
import { printable } from '../src/printable';
import { type KeptAddress, keptAddress, newAddress } from './web-address';
import { listen, webServer } from './web-server';

const root = path.resolve(import.meta.dirname, '..');
const keepsNothing = isToldToKeepNothing(process.argv, process.env);
// Where nothing is kept there is nothing that a later start would have to find.
const { address, warning }: KeptAddress = keepsNothing ? { address: newAddress() } : await keptAddress();
const server = webServer({
  app: path.join(root, 'dist/app'),
  sample: path.join(root, 'dicom-samples/thorax'),
  address,
  keepsNothing,
});
const { url, isTaken } = await listen(server, address, process.env.PORT === undefined ? undefined : Number(process.env.PORT));
if (warning) console.error(printable(warning));
const taken = `The usual port ${address.port} is taken, by this program or another: drafts that were kept there are not shown here.`;
if (isTaken && !keepsNothing) console.error(taken);
console.log(`Isoeffect is at ${url}\nfor browsers of this user on this computer. Ctrl+C ends it.`);
if (keepsNothing) console.log('Nothing is kept of cases on this computer.');
