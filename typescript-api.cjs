/*
 * dependency-cruiser reads TypeScript by the compiler's JavaScript API, which TypeScript 7 no longer has: it is given
 * that of TypeScript 6, which is installed beside it under another name.
 */
const Module = require('node:module');

const other = (request) => request.replace(/^typescript(?=$|\/)/, 'typescript-api');
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolve.call(Module, other(request), ...rest);
Module.register(
  `data:text/javascript,${encodeURIComponent(
    "export const resolve = (request, context, next) => next(request.replace(/^typescript(?=$|\\/)/, 'typescript-api'), context);",
  )}`,
);
