export { en as assess } from './assess';
export { en as caseEditor } from './case';
export { en as fusion } from './fusion';
export { en as patient } from './patient';
export { en as registration } from './registration';
export { en as shell } from './shell';
export { en as statements } from './statements';
export { en as study } from './study';
