export { keepSilent } from './keepSilent';
export { Misbehaviour } from './Misbehaviour';
export { CREATION_FAILURES, RUN_ODDITIES } from './MisbehaviourRule';
export type {
  MisbehaviourRule,
  Oddity,
  Refusal,
  Silence,
} from './MisbehaviourRule';
export { misbehaviourSchema } from './misbehaviourSchema';
