import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type {
  Rollout,
  RolloutPlan,
  RolloutTarget,
} from '@backstage-soa/plugin-soa-common';
import { placementOf, requestOf } from './__testUtils__/requestOf';
import { startPortal } from './__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const mia = mockCredentials.user.header('user:default/mia');
const otto = mockCredentials.user.header('user:default/otto');

const messageOf = ({ body }: { body: { error: { message: string } } }) =>
  body.error.message;

const targetsOf = ({ stages }: Rollout): RolloutTarget[] =>
  stages.flatMap(({ waves }) => waves.flatMap(({ targets }) => targets));

const APPROVED: RolloutPlan = {
  defaults: { approval: { group: 'group:default/team-platform' } },
};

const BEFORE = ['use1', 'euw1'].map(region => ({
  id: `run-before-${region}`,
  workspaceId: `ws-orders-prod-${region}`,
  configurationVersionId: `cv-before-${region}`,
  status: 'applied',
  isConfirmable: false,
}));

describe.each(databases.eachSupportedId())(
  'commands of soa-delivery on %s',
  databaseId => {
    let portal: Awaited<ReturnType<typeof startPortal>>;

    beforeEach(async () => {
      portal = await startPortal(await databases.init(databaseId));
    });

    const rolloutOf = async (id: string): Promise<Rollout> =>
      (await portal.get(`/rollouts/${id}`).expect(200)).body;

    const started = async (plan?: RolloutPlan): Promise<Rollout> =>
      (await portal.start(requestOf({ plan })).expect(201)).body;

    /** One that waits for an approval. */
    const asking = async () => {
      const { id } = await started(APPROVED);
      await portal.tick(4);
      return rolloutOf(id);
    };

    it('asks for an approval once it is known what would change', async () => {
      const { id, stages } = await started(APPROVED);
      expect(stages[0]).toMatchObject({
        state: 'waiting',
        approval: { kind: 'stage', state: 'pending', mayDecide: false },
      });
      const approval = stages[0].approval!;
      const early = await portal
        .tellRollout(id, 'approve', decisionOf(approval.id), mia)
        .expect(409);
      expect(messageOf(early)).toBe('There is nothing to decide on now');
      await portal.tick(4);
      const planned = await rolloutOf(id);
      expect(planned).toMatchObject({
        state: 'running',
        planned: true,
        stages: [
          {
            state: 'approval',
            approval: {
              state: 'open',
              environment: 'prod',
              groups: ['group:default/team-platform'],
              notInitiator: true,
              // Whoever has started it.
              mayDecide: false,
            },
          },
        ],
      });
      for (const target of targetsOf(planned)) {
        expect(target).toMatchObject({
          state: 'waiting',
          waitsFor: 'approval',
          plan: { add: 1 },
        });
      }
      const { body } = await portal.get(`/rollouts/${id}`, mia);
      expect(body.stages[0].approval.mayDecide).toBe(true);
      await portal.tick(5);
      expect(portal.hcpTerraform.applied).toBe(0);
    });

    it('lists approvals for who may decide on them, and nobody else', async () => {
      const { id, stages } = await asking();
      const { body } = await portal.get('/approvals', mia).expect(200);
      expect(body).toEqual({
        items: [
          {
            ...stages[0].approval,
            mayDecide: true,
            rolloutId: id,
            componentRef: 'component:default/orders',
            initiator: 'user:default/mock',
          },
        ],
      });
      const { get, service, denied, person } = portal;
      for (const header of [person, otto, service]) {
        expect((await get('/approvals', header)).body).toEqual({ items: [] });
      }
      denied.add('soa.rollout.approve');
      expect((await get('/approvals', mia)).body).toEqual({ items: [] });
      await get('/approvals?limit=0', mia).expect(400);
    });

    it('goes on once a member approves, and keeps who did', async () => {
      const { id, stages } = await asking();
      const approvalId = stages[0].approval!.id;
      const decision = { ...decisionOf(approvalId), comment: ' Go on. ' };
      const { body } = await portal
        .tellRollout(id, 'approve', decision, mia)
        .expect(200);
      expect(body.stages[0].approval).toMatchObject({
        state: 'approved',
        decidedBy: 'user:default/mia',
        comment: 'Go on.',
        mayDecide: false,
      });
      const again = await portal
        .tellRollout(id, 'approve', decision, mia)
        .expect(409);
      expect(messageOf(again)).toBe('It has been approved by mia');
      await portal.tick(10);
      const applied = await rolloutOf(id);
      expect(applied.state).toBe('applied');
      expect(applied.events).toContainEqual({
        at: expect.any(String),
        kind: 'stage-approved',
        actor: 'user:default/mia',
        environment: 'prod',
        comment: 'Go on.',
      });
      expect(
        portal.events.filter(({ eventId }) => eventId === 'rollout-approve'),
      ).toEqual([
        {
          eventId: 'rollout-approve',
          meta: { rolloutId: id },
          outcome: 'success',
          told: {
            approvalId,
            decision: 'approved',
            comment: 'Go on.',
            componentRef: 'component:default/orders',
          },
        },
        expect.objectContaining({ outcome: 'fail' }),
      ]);
    });

    it('refuses who may not decide', async () => {
      const { id, stages } = await asking();
      const decision = decisionOf(stages[0].approval!.id);
      const { tellRollout, service, denied, person } = portal;
      const reasonFor = async (header: string) =>
        messageOf(
          await tellRollout(id, 'approve', decision, header).expect(403),
        );
      expect(await reasonFor(person)).toBe(
        'Whoever started a rollout cannot decide on it: ask another member',
      );
      expect(await reasonFor(otto)).toBe(
        'Only members of group:default/team-platform can decide',
      );
      expect(await reasonFor(service)).toBe('Only a person can decide');
      denied.add('soa.rollout.approve');
      expect(await reasonFor(mia)).toContain(
        'ask for the permission soa.rollout.approve',
      );
      denied.clear();
      await tellRollout(id, 'approve', decisionOf('none'), mia).expect(404);
      await tellRollout(id, 'approve', { decision: 'approved' }, mia).expect(
        400,
      );
      await tellRollout(
        id,
        'approve',
        { ...decision, decision: 'maybe' },
        mia,
      ).expect(400);
      expect((await rolloutOf(id)).stages[0].approval!.state).toBe('open');
    });

    it('stops once a member rejects, who has to say why', async () => {
      const { id, stages } = await asking();
      const decision = {
        approvalId: stages[0].approval!.id,
        decision: 'rejected',
      };
      const mute = await portal
        .tellRollout(id, 'approve', decision, mia)
        .expect(400);
      expect(messageOf(mute)).toContain('comment');
      const comment = 'Not on a Friday.';
      await portal
        .tellRollout(id, 'approve', { ...decision, comment }, mia)
        .expect(200);
      await portal.tick(3);
      expect(await rolloutOf(id)).toMatchObject({
        state: 'failed',
        message:
          'prod was rejected by mia: Not on a Friday. Not begun: prod-use1, prod-euw1; nothing was applied.',
        stages: [{ state: 'failed', approval: { state: 'rejected' } }],
      });
      expect((await portal.get('/approvals', mia)).body).toEqual({ items: [] });
    });

    it('begins nothing while it is paused', async () => {
      const { id } = await started();
      const { tellRollout, tick, hcpTerraform } = portal;
      const { body } = await tellRollout(id, 'pause', { comment: 'Lunch' });
      expect(body).toMatchObject({
        state: 'paused',
        actions: ['resume', 'cancel'],
      });
      await tick(5);
      expect(hcpTerraform.runs).toEqual([]);
      for (const target of targetsOf(await rolloutOf(id))) {
        expect(target.waitsFor).toBe('pause');
      }
      expect(messageOf(await tellRollout(id, 'pause').expect(409))).toBe(
        'The rollout is paused, and cannot be paused now',
      );
      await tellRollout(id, 'resume').expect(200);
      await tick(10);
      const applied = await rolloutOf(id);
      expect(applied.state).toBe('applied');
      expect(applied.events).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            kind: 'paused',
            actor: 'user:default/mock',
            comment: 'Lunch',
          }),
          expect.objectContaining({ kind: 'resumed' }),
        ]),
      );
    });

    it('confirms nothing while it is paused', async () => {
      const { id } = await asking();
      const { approval } = (await rolloutOf(id)).stages[0];
      const { tellRollout, tick, hcpTerraform } = portal;
      await tellRollout(id, 'pause').expect(200);
      await tellRollout(id, 'approve', decisionOf(approval!.id), mia).expect(
        200,
      );
      await tick(5);
      expect(hcpTerraform.applied).toBe(0);
      await tellRollout(id, 'resume').expect(200);
      await tick(10);
      expect((await rolloutOf(id)).state).toBe('applied');
    });

    it('ends what is planned when it is canceled', async () => {
      const { id } = await started();
      const { tellRollout, tick, hcpTerraform } = portal;
      await tick(1);
      const { body } = await tellRollout(id, 'cancel', {
        comment: 'Wrong commit.',
      }).expect(200);
      expect(body).toMatchObject({ actions: [] });
      await tellRollout(id, 'resume').expect(409);
      await tick(5);
      const canceled = await rolloutOf(id);
      expect(canceled).toMatchObject({
        state: 'canceled',
        message:
          'Canceled by mock: Wrong commit. Canceled: prod-use1, prod-euw1; nothing was applied.',
      });
      expect(canceled.events).toContainEqual(
        expect.objectContaining({
          kind: 'cancel-requested',
          actor: 'user:default/mock',
        }),
      );
      expect(hcpTerraform.applied).toBe(0);
      expect(hcpTerraform.runs.map(({ status }) => status)).toEqual([
        'canceled',
        'canceled',
      ]);
      await tellRollout(id, 'cancel').expect(409);
    });

    it('takes an applied rollout back to what was there before', async () => {
      const { tellRollout, tick, hcpTerraform, events } = portal;
      hcpTerraform.runs.push(...BEFORE.map(run => ({ ...run })));
      const { id } = await started();
      await tick(10);
      const { body } = await tellRollout(id, 'rollback', {
        comment: 'Slow',
      }).expect(200);
      expect(body).toMatchObject({ state: 'rolling-back', actions: [] });
      expect(body.endedAt).toBeUndefined();
      await tick(10);
      const back = await rolloutOf(id);
      expect(back).toMatchObject({
        state: 'rolled-back',
        counts: { rolledBack: 2, applied: 0 },
        message:
          'Rolled back by mock: Slow. Rolled back: prod-use1, prod-euw1.',
        actions: [],
      });
      expect(back.events.slice(-3)).toMatchObject([
        {
          kind: 'rollback-requested',
          actor: 'user:default/mock',
          comment: 'Slow',
        },
        { kind: 'rollback-begun' },
        { kind: 'ended' },
      ]);
      expect(
        hcpTerraform.runs
          .slice(0, 2)
          .map(({ configurationVersionId }) => configurationVersionId)
          .sort(),
      ).toEqual(['cv-before-euw1', 'cv-before-use1']);
      for (const target of targetsOf(back)) {
        expect(target).toMatchObject({
          state: 'rolled-back',
          run: { purpose: 'roll-back' },
          pastRuns: [{ purpose: 'apply', status: 'applied' }],
        });
      }
      expect(events.at(-1)).toMatchObject({ outcome: 'success' });
      await tellRollout(id, 'rollback').expect(409);
    });

    it('has people steer only who may apply', async () => {
      const { id } = await started();
      const { tellRollout, denied, service, get, events } = portal;
      denied.add('soa.workspace.apply');
      for (const command of ['pause', 'cancel', 'rollback']) {
        const answer = await tellRollout(id, command).expect(403);
        expect(messageOf(answer)).toContain('soa.workspace.apply');
        expect(events.at(-1)).toMatchObject({
          eventId: `rollout-${command}`,
          outcome: 'fail',
        });
      }
      expect((await get(`/rollouts/${id}`)).body.actions).toEqual([]);
      denied.clear();
      await tellRollout(id, 'cancel', {}, service).expect(403);
      await tellRollout(id, 'pause', { comment: 'x'.repeat(2_001) }).expect(
        400,
      );
      expect((await rolloutOf(id)).state).toBe('running');
    });

    it('serves what Terraform has printed, without colours', async () => {
      const { id } = await started();
      const { get, tick, hcpTerraform, service } = portal;
      const path = `/rollouts/${id}/log?placement=prod-use1`;
      expect(messageOf(await get(path).expect(404))).toContain('no run');
      await tick(2);
      const client = hcpTerraform.client();
      jest.spyOn(hcpTerraform, 'client').mockReturnValue({
        ...client,
        readLog: async of => (of === 'plan' ? '\x1b[1mPlan:\x1b[0m 1' : ''),
      });
      const { body } = await get(path).expect(200);
      expect(body).toEqual({
        runId: targetsOf(await rolloutOf(id))[0].run!.id,
        phase: 'plan',
        text: 'Plan: 1',
        isTruncated: false,
      });
      await get(path, service).expect(200);
      await get(`/rollouts/${id}/log`).expect(400);
      await get(`/rollouts/${id}/log?placement=none`).expect(404);
      await get(`/rollouts/none/log?placement=prod-use1`).expect(404);
    });

    it('destroys all, and the workspaces with it', async () => {
      const { start, tick, hcpTerraform, denied, store } = portal;
      const wanted = requestOf({ operation: 'destroy' });
      denied.add('soa.workspace.destroy');
      expect(messageOf(await start(wanted).expect(403))).toContain(
        'soa.workspace.destroy',
      );
      denied.clear();
      const { body } = await start(wanted).expect(201);
      expect(body.operation).toBe('destroy');
      expect(await store.get(body.id)).toMatchObject({
        componentUid: 'uid-orders',
      });
      await tick(12);
      expect(await rolloutOf(body.id)).toMatchObject({
        state: 'destroyed',
        message: 'All 2 placements are destroyed.',
        actions: [],
      });
      expect(hcpTerraform.deleted.sort()).toEqual([
        'orders-prod-euw1',
        'orders-prod-use1',
      ]);
    });
  },
);

describe.each(databases.eachSupportedId())(
  'plans of soa-delivery on %s',
  databaseId => {
    const portalOf = async (
      ...[soa, options]: Parameters<typeof startPortal> extends [
        unknown,
        ...infer Rest,
      ]
        ? Rest
        : never
    ) => startPortal(await databases.init(databaseId), soa, options);

    it('takes spec.rollout of the component, after what the request says', async () => {
      const { start } = await portalOf(undefined, {
        rollout: { defaults: { regionConcurrency: 'sequential' } },
      });
      const own = await start(requestOf()).expect(201);
      expect(own.body.stages[0].waves).toMatchObject([
        { name: 'us-east-1' },
        { name: 'eu-west-1' },
      ]);
      const plan = { defaults: { regionConcurrency: 'parallel' as const } };
      const asked = await start(requestOf({ plan })).expect(201);
      expect(asked.body.stages[0].waves).toHaveLength(1);
    });

    it.each([
      [{ stages: [{ environment: 'prod', bake: 5 }] }, 'stages[0].bake'],
      [{ waves: [] }, 'spec.rollout'],
      [
        { stages: [{ environment: 'prod', waves: [{ cell: 1 }] }] },
        'stages[0].waves[0].cell',
      ],
    ])('names what is wrong in the component: %j', async (rollout, message) => {
      const { start } = await portalOf(undefined, { rollout });
      const answer = await start(requestOf()).expect(400);
      expect(messageOf(answer)).toContain('spec.rollout');
      expect(messageOf(answer)).toContain(message);
    });

    it('goes through environments in promotion order, as is required', async () => {
      const { start, tick, get } = await portalOf({
        environments: [{ name: 'dev' }, { name: 'prod', production: true }],
        delivery: {
          environments: {
            prod: {
              required: {
                approval: { group: 'group:default/Team-Platform' },
              },
            },
          },
        },
      });
      const { body } = await start(requestOf({ plan: {} })).expect(201);
      expect(body.stages[0].approval).toMatchObject({
        groups: ['group:default/team-platform'],
      });
      await tick(6);
      const { body: mine } = await get('/approvals', mia);
      expect(mine.items).toHaveLength(1);
    });

    it('asks who owns the platform before production loses data', async () => {
      const { start, tick, get, tellRollout, hcpTerraform } = await portalOf({
        platform: { owners: ['team-platform'] },
      });
      hcpTerraform.destroys['orders-prod-use1'] = [
        { address: 'aws_db_instance.this', type: 'aws_db_instance' },
      ];
      const { body } = await start(
        requestOf({ placements: [placementOf('us-east-1', 'use1')] }),
      ).expect(201);
      await tick(8);
      const { body: waiting } = await get(`/rollouts/${body.id}`, mia);
      const [target] = targetsOf(waiting);
      expect(target).toMatchObject({
        state: 'confirming',
        waitsFor: 'destroy-approval',
        approval: {
          kind: 'destroy',
          state: 'open',
          groups: ['group:default/team-platform'],
          placement: 'prod-use1',
          resources: ['aws_db_instance.this'],
          mayDecide: true,
        },
      });
      expect(hcpTerraform.applied).toBe(0);
      await tellRollout(
        body.id,
        'approve',
        decisionOf(target.approval!.id),
        mia,
      ).expect(200);
      await tick(5);
      const { body: applied } = await get(`/rollouts/${body.id}`);
      expect(applied.state).toBe('applied');
      expect(applied.events).toContainEqual(
        expect.objectContaining({
          kind: 'destroy-approved',
          actor: 'user:default/mia',
          environment: 'prod',
          placement: 'prod-use1',
        }),
      );
    });
  },
);

function decisionOf(approvalId: string) {
  return { approvalId, decision: 'approved' as const };
}
