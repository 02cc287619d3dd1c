export const en = {};
export const zh: typeof en = {};
export const ja: typeof en = {};
