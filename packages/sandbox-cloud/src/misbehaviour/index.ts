export { keepSilent } from './keepSilent';
export { Misbehaviour } from './Misbehaviour';
export { RUN_ODDITIES } from './MisbehaviourRule';
export type { MisbehaviourRule, Refusal, Silence } from './MisbehaviourRule';
export { misbehaviourSchema } from './misbehaviourSchema';
