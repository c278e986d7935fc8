import type { ApiCall } from '../cloudtrail';

const OPPOSITES: Array<[RegExp, string]> = [
  [/^Create/, 'Delete'],
  [/^Register/, 'Deregister'],
  [/^Put/, 'Delete'],
];

/**
 * What Terraform calls to take away again what it has made: last what was made
 * first.
 */
export function destroyCalls(create: readonly ApiCall[]): ApiCall[] {
  return [...create].reverse().flatMap(call => {
    const opposite = OPPOSITES.find(([made]) => made.test(call.eventName));
    return opposite
      ? [
          {
            ...call,
            eventName: call.eventName.replace(...opposite),
            responseElements: undefined,
          },
        ]
      : [];
  });
}
