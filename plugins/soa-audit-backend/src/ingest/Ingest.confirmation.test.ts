import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ACCOUNT, signIn } from '../__testUtils__/records';
import { AttributionIndex } from '../attribution';
import type { PipelineProof } from '../proof';
import { OwnReads } from '../record';
import { AuditStore } from '../store';
import { Ingest } from './Ingest';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const index = new AttributionIndex(new Set([ACCOUNT]), [], []);

const signInOf = (organization: string, number: number, time: string) =>
  signIn(`${organization}-${number}`, {
    eventTime: time,
    responseElements: {
      subjectFromWebIdentityToken: `organization:${organization}:project:P:workspace:w:run_phase:apply`,
      credentials: { accessKeyId: `ASIA-${organization}-${number}` },
    },
  });

describe.each(databases.eachSupportedId())(
  'confirmation of runs on %s',
  databaseId => {
    it('is not held up by an organization that does not answer', async () => {
      const store = await AuditStore.create(
        mockServices.database({
          knex: await databases.init(databaseId),
          migrations: { skip: false },
        }),
      );
      const confirm = jest.fn(async (proof: PipelineProof) => {
        if (proof.organization === 'silent') {
          throw new Error('The token is not accepted');
        }
        return proof;
      });
      const ingest = new Ingest({
        store,
        confirmation: { confirm } as never,
        ownReads: OwnReads.fromConfig(mockServices.rootConfig()),
        logger: mockServices.logger.mock(),
        settings: {
          issuers: ['app.terraform.io'],
          pipelineRoles: [],
          minimumConfidence: 0.5,
        },
      });
      const records = [
        ...Array.from({ length: 120 }, (_, number) =>
          signInOf('silent', number, '2026-11-20T12:00:00Z'),
        ),
        signInOf('acme', 1, '2026-11-20T11:00:00Z'),
      ];
      const shard = { account: ACCOUNT, region: 'us-east-1' };
      await ingest.take('lookup', { shard, records }, index);

      await ingest.confirmRuns(index);

      expect(
        (await store.listUnconfirmed({ limit: 500 })).map(
          ({ organization }) => organization,
        ),
      ).toEqual(Array.from({ length: 120 }, () => 'silent'));
      expect(confirm).toHaveBeenCalledTimes(2);
    });
  },
);
