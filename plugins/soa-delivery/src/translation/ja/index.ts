import { approvals } from './approvals';
import { picture } from './picture';
import { plans } from './plans';
import { reservations } from './reservations';
import { rollouts } from './rollouts';
import { sandboxEnvironments } from './sandboxEnvironments';
import { targets } from './targets';

/** What the pages say in Japanese. */
export default {
  ...rollouts,
  ...picture,
  ...targets,
  ...plans,
  ...approvals,
  ...reservations,
  ...sandboxEnvironments,
};
