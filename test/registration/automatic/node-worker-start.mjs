// A worker thread does not inherit tsx from the thread that starts it.
import { register } from 'tsx/esm/api';

register();
await import('./node-worker-program.ts');
