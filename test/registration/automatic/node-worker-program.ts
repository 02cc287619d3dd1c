import { parentPort } from 'node:worker_threads';
import { answerRequest } from '../../../src/registration/automatic/messages';
import { nodeElastix } from './node-elastix';

parentPort!.once('message', (request) => answerRequest(request, nodeElastix, (message) => parentPort!.postMessage(message)));
