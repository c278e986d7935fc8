import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import {
  ACCOUNT,
  KEY,
  PLACEMENT,
  record,
  session,
} from '../__testUtils__/records';
import { SETTINGS } from '../__testUtils__/SETTINGS';
import type { PipelineProof } from '../proof';
import { parseRecord } from '../record';
import { assess } from './assess';
import { assessmentVersion } from './assessmentVersion';
import { AttributionIndex } from './AttributionIndex';

const ORDERS = 'component:default/orders';
const SSO = 'AWSReservedSSO_AdministratorAccess_0123456789abcdef';
const facts = [
  {
    workspace: {
      id: 'ws-orders',
      name: 'orders',
      organization: 'acme',
      url: 'https://tfc.test',
      componentRef: ORDERS,
      placement: PLACEMENT,
      roles: {},
      entityRef: 'resource:default/ws-orders',
    },
    outputs: [],
  },
];
/** Orders is alone in the account. */
const index = new AttributionIndex(new Set([ACCOUNT]), facts);
const empty = new AttributionIndex(new Set([ACCOUNT]), []);

const proof: PipelineProof = {
  accessKeyId: KEY,
  account: ACCOUNT,
  eventTime: '2026-11-20T11:59:00Z',
  issuer: 'app.terraform.io',
  organization: 'acme',
  project: 'shop',
  workspace: 'orders',
  phase: 'apply',
};

function assessed(
  overrides: object,
  context: Partial<Parameters<typeof assess>[2]> = {},
) {
  const parsed = parseRecord(
    record('1', {
      userIdentity: session(`aws-reserved/sso.amazonaws.com/${SSO}`, 'dana'),
      ...overrides,
    }),
    ACCOUNT,
  );
  if ('reason' in parsed) {
    throw new Error(parsed.reason);
  }
  return assess(parsed.record, ACCOUNT, {
    index,
    proof: undefined,
    settings: SETTINGS,
    ...context,
  });
}
const signIn = {
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
  eventType: 'AwsConsoleSignIn',
  readOnly: false,
};

describe('assess', () => {
  it('marks what a person changes', () => {
    expect(assessed({}).event).toMatchObject({
      outOfBand: true,
      failed: false,
    });
  });

  it('marks it, whatever the user agent says', () => {
    const userAgent = 'aws-cli/2 backstage/component:default/orders';
    expect(assessed({ userAgent }).event.outOfBand).toBe(true);
  });

  it('names what it was on before what it only mentions', () => {
    const role = `arn:aws:iam::${ACCOUNT}:role/task`;
    const definition = `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/cart:1`;
    const { event } = assessed({
      eventName: 'RegisterTaskDefinition',
      requestParameters: { family: 'cart', taskRoleArn: role },
      responseElements: { taskDefinition: { taskDefinitionArn: definition } },
    });
    expect(event.resources).toEqual([{ arn: definition }, { arn: role }]);
  });

  it('takes back what it had guessed before the run was known', () => {
    const cart = {
      entityRef: 'component:default/cart',
      rule: 'resource' as const,
      confidence: 0.9,
    };
    const before = {
      attributions: [cart],
      workspaceIds: ['ws-cart'],
      isOfPart: false,
    };
    const known = assessed({}, { proof, before });
    expect(known.event.attributions).toEqual([
      { entityRef: ORDERS, rule: 'run', confidence: 1 },
    ]);
    expect(known.workspaceIds).toEqual(['ws-orders']);

    const unproven = assessed({}, { before });
    expect(unproven.event.attributions).toContainEqual(cart);
    expect(unproven.workspaceIds).toEqual(['ws-cart']);
  });

  it.each([
    ['signing in to the console', signIn],
    ['changing roles there', { ...signIn, eventName: 'SwitchRole' }],
    [
      'signing in to Identity Center',
      {
        ...signIn,
        eventName: 'UserAuthentication',
        eventType: 'AwsServiceEvent',
      },
    ],
    [
      'signing in on the command line',
      { eventSource: 'sso.amazonaws.com', eventName: 'CreateToken' },
    ],
    [
      'taking on a role',
      { eventSource: 'sts.amazonaws.com', eventName: 'AssumeRole' },
    ],
  ])('takes %s for no change', (_, overrides) => {
    const { event } = assessed({ readOnly: false, ...overrides });
    expect(event).toMatchObject({ outOfBand: false, readOnly: false });
    expect(event.attributions).toHaveLength(1);
  });

  it.each([
    [
      'a new password of the root user',
      'signin.amazonaws.com',
      'PasswordUpdated',
    ],
    ['a new permission set', 'sso.amazonaws.com', 'CreatePermissionSet'],
  ])('takes %s for one', (_, eventSource, eventName) => {
    expect(
      assessed({ eventSource, eventName, readOnly: false }).event.outOfBand,
    ).toBe(true);
  });

  it.each([
    ['an answer', { responseElements: { ConsoleLogin: 'Failure' } }],
    ['a message', { errorMessage: 'Failed authentication' }],
    ['a code', { errorCode: 'Client.UnauthorizedOperation' }],
  ])('knows by %s that it failed', (_, overrides) => {
    expect(assessed({ ...signIn, ...overrides }).event.failed).toBe(true);
    expect(
      assessed({ ...signIn, responseElements: { ConsoleLogin: 'Success' } })
        .event.failed,
    ).toBe(false);
  });

  describe('of what is stored', () => {
    const { event, workspaceIds } = assessed({});
    const before = {
      attributions: event.attributions,
      workspaceIds: ['ws-old'],
      isOfPart: false,
    };

    it('takes nothing from anybody, so that the mark stays', () => {
      expect(workspaceIds).toEqual([]);
      expect(assessed({}, { index: empty }).event.outOfBand).toBe(false);
      expect(assessed({}, { index: empty, before })).toEqual({
        event,
        workspaceIds: ['ws-old'],
      });
    });

    it('takes it from who is to be reconsidered', () => {
      const settings = {
        ...SETTINGS,
        reconsidered: [ORDERS, 'resource:default/ws-old'],
      };
      const anew = assessed({}, { index: empty, before, settings });
      expect(anew.event.attributions).toEqual([]);
      expect(anew.workspaceIds).toEqual([]);
      expect(assessed({}, { before, settings }).event).toEqual(event);
    });

    describe('when somebody is alone in the account since', () => {
      const cart = {
        entityRef: 'component:default/cart',
        rule: 'user-agent' as const,
        confidence: 0.4,
      };
      const orders = { entityRef: ORDERS, rule: 'account', confidence: 0.6 };
      const having = (...attributions: AuditEvent['attributions']) => ({
        ...before,
        attributions,
      });

      it.each([
        ['what is of another', having(cart), [cart]],
        [
          'what they only claim to have done',
          having({ ...cart, entityRef: ORDERS }),
          [{ ...cart, entityRef: ORDERS }],
        ],
      ])('does not give them %s, so that no mark comes', (_, past, left) => {
        const anew = assessed({}, { before: past }).event;
        expect(anew.attributions).toEqual(left);
        expect(anew.outOfBand).toBe(false);
      });

      it.each([
        ['what is of nobody', having(), {}],
        ['what no whole inventory has seen', having(cart), { isOfPart: true }],
      ])('gives them %s', (_, past, overrides) => {
        const anew = assessed({}, { before: { ...past, ...overrides } }).event;
        expect(anew.attributions).toContainEqual(orders);
        expect(anew.outOfBand).toBe(true);
      });

      it('gives it to them if they are reconsidered', () => {
        const settings = { ...SETTINGS, reconsidered: [ORDERS] };
        expect(
          assessed({}, { before: having(cart), settings }).event.attributions,
        ).toEqual([orders, cart]);
      });

      it('leaves them what they had, when a run comes to be known', () => {
        const guessed = { ...orders, rule: 'resource' as const };
        const other = new AttributionIndex(new Set([ACCOUNT]), [
          ...facts,
          {
            workspace: {
              ...facts[0].workspace,
              id: 'ws-dns',
              name: 'dns',
              componentRef: 'component:default/dns',
              placement: undefined,
            },
            outputs: [],
          },
        ]);
        expect(
          assessed(
            {},
            {
              index: other,
              before: having({ ...guessed, confidence: 0.9 }),
              proof: { ...proof, workspace: 'dns' },
            },
          ).event.attributions,
        ).toMatchObject([{ rule: 'run' }, orders]);
      });
    });

    it('marks it by the confidence that is asked for now', () => {
      const settings = { ...SETTINGS, minimumConfidence: 0.7 };
      const anew = assessed({}, { before, settings }).event;
      expect(anew.attributions).toEqual(event.attributions);
      expect(anew.outOfBand).toBe(false);
    });
  });
});

describe('assessmentVersion', () => {
  const version = assessmentVersion(index, SETTINGS);

  it.each([
    ['issuers', { issuers: [] }],
    ['organizations', { organizations: ['globex'] }],
    ['roles', { pipelineRoles: ['arn'] }],
    ['confidence', { minimumConfidence: 0.9 }],
    ['entities', { reconsidered: [ORDERS] }],
  ])('changes with the %s', (_, change) => {
    expect(assessmentVersion(index, { ...SETTINGS, ...change })).not.toBe(
      version,
    );
  });

  it('changes with the inventory, and with nothing else', () => {
    expect(assessmentVersion(empty, SETTINGS)).not.toBe(version);
    expect(
      assessmentVersion(index, {
        ...SETTINGS,
        organizations: [...SETTINGS.organizations].reverse(),
      }),
    ).toBe(version);
  });
});
