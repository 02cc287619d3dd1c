import type { en } from '../../en/screens/statements';

export const ja: typeof en = {
  by: '氏名',
  on: '日付',
  why: '理由',
  close: '閉じる',
  cancel: 'キャンセル',
  withdraw: '取り消す',
  withdrawOf: '取り消す：{{what}}',
  said: '{{by}}、{{on}}：{{why}}',
  kept: '氏名、日付、理由は症例に保存され、結果とともに表示されます。',
};
