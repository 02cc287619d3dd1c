import type { en } from '../../en/screens/statements';

export const zh: typeof en = {
  by: '姓名',
  on: '日期',
  why: '理由',
  close: '关闭',
  cancel: '取消',
  withdraw: '撤回',
  withdrawOf: '撤回：{{what}}',
  said: '{{by}}，{{on}}：{{why}}',
  kept: '姓名、日期和理由会保存在病例中，并与结果一同显示。',
};
