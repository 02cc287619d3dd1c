/** Words for what a person says that the files do not. */
export const en = {
  by: 'Name',
  on: 'Date',
  why: 'Reason',
  close: 'Close',
  cancel: 'Cancel',
  withdraw: 'Withdraw',
  withdrawOf: 'Withdraw: {{what}}',
  said: '{{by}}, {{on}}: {{why}}',
  kept: 'Name, date and reason are kept in the case and stand beside the result.',
};
