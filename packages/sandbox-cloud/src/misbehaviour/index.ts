export { Misbehaviour } from './Misbehaviour';
export type { MisbehaviourRule, Refusal } from './MisbehaviourRule';
export { misbehaviourSchema } from './misbehaviourSchema';
