import { TestDatabases } from '@backstage/backend-test-utils';
import { OTHER_ACCOUNT, readingOn } from '../__testUtils__/readingOn';
import { ACCOUNT, signIn } from '../__testUtils__/records';
import { SETTINGS } from '../__testUtils__/SETTINGS';
import { AttributionIndex } from '../attribution';
import type { PipelineProof } from '../proof';
import { confirmRuns } from './confirmRuns';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const index = new AttributionIndex(new Set([ACCOUNT]), []);

const signInOf = (organization: string, run: number, key: string, time = 12) =>
  signIn(key, {
    eventTime: `2026-11-20T${time}:00:00Z`,
    requestParameters: { roleSessionName: `terraform-run-${run}` },
    responseElements: {
      subjectFromWebIdentityToken: `organization:${organization}:project:P:workspace:w:run_phase:apply`,
      credentials: { accessKeyId: `ASIA-${key}` },
    },
  });

describe.each(databases.eachSupportedId())(
  'confirmation of runs on %s',
  databaseId => {
    let reading: Awaited<ReturnType<typeof readingOn>>;

    beforeEach(async () => {
      reading = await readingOn(await databases.init(databaseId));
      reading.confirm.mockImplementation(async (proof: PipelineProof) => {
        if (proof.organization === 'silent') {
          throw new Error('The token is not accepted');
        }
        return { ...proof, runId: proof.claimedRunId, runUrl: 'https://run' };
      });
    });

    const take = (records: object[], account = ACCOUNT) =>
      reading.ingest.take(
        'lookup',
        { shard: { account, region: 'us-east-1' }, records },
        index,
      );
    const unconfirmed = async () =>
      (await reading.store.proofs.listUnconfirmed({ limit: 500 })).map(
        ({ organization }) => organization,
      );

    it('is not held up by an organization that does not answer', async () => {
      await take([
        ...Array.from({ length: 120 }, (_, number) =>
          signInOf('silent', number, `silent-${number}`),
        ),
        signInOf('acme', 1, 'acme-1', 11),
      ]);

      await reading.ingest.confirmRuns(index);

      expect(await unconfirmed()).toEqual(
        Array.from({ length: 120 }, () => 'silent'),
      );
      expect(reading.confirm).toHaveBeenCalledTimes(2);
    });

    it('asks once for a run, for all its keys, and leaves none for later', async () => {
      const runs = Array.from({ length: 110 }, (_, run) => run);
      await take(
        runs.flatMap(run => [
          signInOf('acme', run, `plan-${run}`),
          signInOf('acme', run, `apply-${run}`),
        ]),
      );

      await reading.ingest.confirmRuns(index);

      expect(await unconfirmed()).toEqual([]);
      expect(reading.confirm).toHaveBeenCalledTimes(110);
      const keys = ['ASIA-plan-7', 'ASIA-apply-7'];
      const proofs = await reading.store.proofs.find(keys);
      for (const key of keys) {
        expect(proofs.get(key)).toMatchObject({
          accessKeyId: key,
          runId: 'run-7',
          runUrl: 'https://run',
        });
      }
    });

    it('can be for some accounts only', async () => {
      await take([signInOf('acme', 1, 'here')]);
      const accounts = [OTHER_ACCOUNT];
      await reading.ingest.confirmRuns(index, { accounts });
      expect(await unconfirmed()).toEqual(['acme']);
      await reading.ingest.confirmRuns(index, { accounts: [ACCOUNT] });
      expect(await unconfirmed()).toEqual([]);
    });

    it('asks for nothing of an organization that is configured no more', async () => {
      await take([signInOf('acme', 1, 'here')]);
      const options = {
        ...reading,
        confirmation: { confirm: reading.confirm },
        follow: async () => {},
      };
      await confirmRuns({
        ...options,
        settings: { ...SETTINGS, organizations: ['globex'] },
      });
      expect(reading.confirm).not.toHaveBeenCalled();
      expect(await unconfirmed()).toEqual(['acme']);
      await confirmRuns({ ...options, settings: SETTINGS });
      expect(await unconfirmed()).toEqual([]);
    });

    it('stops when it is told to', async () => {
      await take([signInOf('acme', 1, 'one'), signInOf('acme', 2, 'two')]);
      const stop = new AbortController();
      reading.confirm.mockImplementation(async (proof: PipelineProof) => {
        stop.abort();
        return proof;
      });
      await expect(
        reading.ingest.confirmRuns(index, { signal: stop.signal }),
      ).rejects.toMatchObject({ name: 'AbortError' });
      expect(await unconfirmed()).toEqual(['acme']);
    });
  },
);
