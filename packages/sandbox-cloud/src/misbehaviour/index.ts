export { keepSilent } from './keepSilent';
export { Misbehaviour } from './Misbehaviour';
export type { MisbehaviourRule, Refusal, Silence } from './MisbehaviourRule';
export { misbehaviourSchema } from './misbehaviourSchema';
