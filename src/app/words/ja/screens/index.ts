export { ja as assess } from './assess';
export { ja as caseEditor } from './case';
export { ja as fusion } from './fusion';
export { ja as patient } from './patient';
export { ja as registration } from './registration';
export { ja as shell } from './shell';
export { ja as statements } from './statements';
export { ja as study } from './study';
