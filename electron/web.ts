import path from 'node:path';
import { listen, webServer } from './web-server';

const root = path.resolve(import.meta.dirname, '..');
const server = webServer({ app: path.join(root, 'dist/app'), sample: path.join(root, 'dicom-samples/thorax') });
const url = await listen(server, process.env.PORT === undefined ? undefined : Number(process.env.PORT));
console.log(`Isoeffect is at ${url} for browsers on this computer. Ctrl+C ends it.`);
