import path from 'node:path';
import { isToldToKeepNothing } from '../src/app/host/keeping';
import { listen, webServer } from './web-server';

const root = path.resolve(import.meta.dirname, '..');
const keepsNothing = isToldToKeepNothing(process.argv, process.env);
const server = webServer({ app: path.join(root, 'dist/app'), sample: path.join(root, 'dicom-samples/thorax'), keepsNothing });
const url = await listen(server, process.env.PORT === undefined ? undefined : Number(process.env.PORT));
console.log(`Isoeffect is at ${url} for browsers on this computer. Ctrl+C ends it.`);
if (keepsNothing) console.log('Nothing is kept of cases on this computer.');
