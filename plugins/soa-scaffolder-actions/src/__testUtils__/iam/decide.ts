import { conditionsHold } from './conditionsHold';
import { filledIn, matches } from './matches';
import type {
  PolicyDocument,
  PolicyRequest,
  PolicyStatement,
} from './PolicyDocument';

/** What policies say of a request: silence is a denial that another may lift. */
export type Decision = 'allowed' | 'denied' | 'silent';

/** What policies of one kind say together: a denial goes before everything. */
export function decide(
  policies: readonly PolicyDocument[],
  request: PolicyRequest,
): Decision {
  const effects = policies
    .flatMap(({ Statement }) => Statement)
    .filter(statement => applies(statement, request))
    .map(({ Effect }) => Effect);
  if (effects.includes('Deny')) {
    return 'denied';
  }
  return effects.includes('Allow') ? 'allowed' : 'silent';
}

/** Whether a role can do it: by its policies, and within its boundary. */
export function isAllowed(
  role: { policies: PolicyDocument[]; boundary?: PolicyDocument },
  request: PolicyRequest,
): boolean {
  return (
    decide(role.policies, request) === 'allowed' &&
    (!role.boundary || decide([role.boundary], request) === 'allowed')
  );
}

function applies(statement: PolicyStatement, request: PolicyRequest): boolean {
  const { Principal, Action, NotAction, Resource, NotResource } = statement;
  const names = (patterns: string | string[], text: string) =>
    [patterns].flat().some(pattern => {
      const whole = filledIn(pattern, key => request.context?.[key]);
      return whole !== undefined && matches(whole, text);
    });
  // Actions do not tell upper from lower case.
  const action = request.action.toLowerCase();
  const namesAction = (patterns: string | string[]) =>
    [patterns].flat().some(one => matches(one.toLowerCase(), action));
  return (
    (!Principal || Principal.Federated === request.federated) &&
    (Action === undefined || namesAction(Action)) &&
    (NotAction === undefined || !namesAction(NotAction)) &&
    (Resource === undefined || names(Resource, request.resource)) &&
    (NotResource === undefined || !names(NotResource, request.resource)) &&
    conditionsHold(statement, request)
  );
}
