/** Words for what a person says that the files do not. */
export const en = {
  by: 'Name',
  on: 'Date',
  why: 'Reason',
  cancel: 'Cancel',
  withdraw: 'Withdraw',
  withdrawOf: 'Withdraw: {{what}}',
  said: '{{by}}, {{on}}: {{why}}',
  kept: 'Name, date and reason are kept in the case and stand beside the result.',
};

export const zh: typeof en = {
  by: '姓名',
  on: '日期',
  why: '理由',
  cancel: '取消',
  withdraw: '撤回',
  withdrawOf: '撤回：{{what}}',
  said: '{{by}}，{{on}}：{{why}}',
  kept: '姓名、日期和理由会保存在病例中，并与结果一同显示。',
};

export const ja: typeof en = {
  by: '氏名',
  on: '日付',
  why: '理由',
  cancel: 'キャンセル',
  withdraw: '取り消す',
  withdrawOf: '取り消す：{{what}}',
  said: '{{by}}、{{on}}：{{why}}',
  kept: '氏名、日付、理由は症例に保存され、結果とともに表示されます。',
};
