export { platformProblems } from './platformProblems';
export { PlatformReader } from './PlatformReader';
