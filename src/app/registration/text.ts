export { en } from './text-en';
export { ja } from './text-ja';
export { zh } from './text-zh';
