export { zh as assess } from './assess';
export { zh as caseEditor } from './case';
export { zh as fusion } from './fusion';
export { zh as patient } from './patient';
export { zh as registration } from './registration';
export { zh as shell } from './shell';
export { zh as statements } from './statements';
export { zh as study } from './study';
