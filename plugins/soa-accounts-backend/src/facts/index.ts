export { AccountDescriber } from './AccountDescriber';
export type { AccountFacts } from './AccountTags';
