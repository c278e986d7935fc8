import { personCaller, record } from '../cloudtrail';
import type { ApiCall, CloudTrailRecord } from '../cloudtrail';
import { fraction } from '../deterministic';
import { effectsOf } from '../effects';
import { people, SANDBOX_ADMINISTRATOR } from '../organisation';
import type { SandboxPlacement, SandboxService } from '../organisation';
import { consoleChange } from './consoleChange';
import { everyDay, workingTime } from './days';

const LOOKS: ApiCall[] = [
  { eventSource: 'monitoring.amazonaws.com', eventName: 'DescribeAlarms' },
  { eventSource: 'logs.amazonaws.com', eventName: 'DescribeLogStreams' },
  {
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'LookupEvents',
    readOnly: true,
  },
];

const LOOK_SHARE = 0.35;
const REFUSED_SHARE = 0.06;
const CHANGE_SHARE = 0.04;
const STEP_MS = 7_000;

/** What people do about a service: look, be refused, and rarely change it. */
export function peopleHistory(
  service: SandboxService,
  placement: SandboxPlacement,
  now: number,
): CloudTrailRecord[] {
  const { account, region, key } = placement;
  const { outputs } = effectsOf({ ...placement, service: service.name })!;
  const team = service.owner.replace('group:default/', '');
  const members = people.filter(
    ({ name, teams }) => name !== 'guest' && teams.includes(team),
  );
  const resources = Object.values(outputs)
    .slice(0, 1)
    .map(arn => ({ arn }));

  return everyDay(day => {
    const dice = (what: string) => fraction(service.name, key, day, what);
    const someone = members[Math.floor(dice('who') * members.length)];
    const how = dice('how') < 0.6 ? 'console' : 'cli';
    const asReader = personCaller(account, someone.email, how, 'ReadOnly');
    const happen = (what: string, calls: readonly ApiCall[], by = asReader) => {
      const time = workingTime(now, day, service.name, key, what);
      return time === undefined
        ? []
        : calls.map((call, index) =>
            record(call, by, {
              account,
              region,
              time: Math.min(time + index * STEP_MS, now),
              id: JSON.stringify([
                'people',
                service.name,
                key,
                day,
                what,
                index,
              ]),
            }),
          );
    };
    const change = consoleChange(outputs)!;
    return [
      ...(dice('look') < LOOK_SHARE
        ? happen(
            'look',
            LOOKS.map(call => ({ ...call, resources })),
          )
        : []),
      ...(dice('refused') < REFUSED_SHARE
        ? happen('refused', [refused(change, asReader.userIdentity.arn)])
        : []),
      ...(dice('change') < CHANGE_SHARE
        ? happen(
            'change',
            [change],
            personCaller(account, SANDBOX_ADMINISTRATOR.email, 'console'),
          )
        : []),
    ];
  });
}

function refused(call: ApiCall, arn: unknown): ApiCall {
  const action = `${call.eventSource.split('.')[0]}:${call.eventName}`;
  return {
    ...call,
    errorCode: 'AccessDenied',
    errorMessage: `User: ${arn} is not authorized to perform: ${action}`,
  };
}
