import { createHmac } from 'node:crypto';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

const TABLE = 'soa_secret_fingerprints';
// SQLite takes at most 32,766 parameters in a statement.
const BATCH = 500;

/** A sensitive variable of a workspace, by what does not change of it. */
export interface SecretIdentity {
  workspaceId: string;
  category: string;
  key: string;
}

/** What was written last: what nobody can read back, and its version there. */
export interface SecretState {
  fingerprint: string;
  versionId?: string;
}

interface Row {
  workspace_id: string;
  category: string;
  key: string;
  fingerprint: string;
  version_id: string | null;
}

/**
 * Remembers of sensitive values whether they have changed, and not what they
 * are: a fingerprint says nothing without the configured key.
 */
export class SecretFingerprints {
  static async create(
    database: DatabaseService,
    key: string,
  ): Promise<SecretFingerprints> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@backstage-soa/plugin-scaffolder-backend-module-soa',
          'migrations',
        ),
        // The database is the scaffolder's, which has migrations of its own.
        tableName: 'soa_scaffolder_migrations',
      });
    }
    return new SecretFingerprints(knex, key);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly key: string,
  ) {}

  /** @returns hex; another one for the same value somewhere else */
  of(identity: SecretIdentity, value: string): string {
    const { workspaceId, category, key } = identity;
    return createHmac('sha256', this.key)
      .update(JSON.stringify([workspaceId, category, key, value]))
      .digest('hex');
  }

  /** Those of so many workspaces, by {@link secretId}. */
  async read(
    workspaceIds: readonly string[],
  ): Promise<Map<string, SecretState>> {
    const states = new Map<string, SecretState>();
    for (let index = 0; index < workspaceIds.length; index += BATCH) {
      const rows = await this.knex<Row>(TABLE).whereIn(
        'workspace_id',
        workspaceIds.slice(index, index + BATCH),
      );
      for (const row of rows) {
        states.set(
          secretId({
            workspaceId: row.workspace_id,
            category: row.category,
            key: row.key,
          }),
          {
            fingerprint: row.fingerprint,
            versionId: row.version_id ?? undefined,
          },
        );
      }
    }
    return states;
  }

  async save(
    { workspaceId, category, key }: SecretIdentity,
    { fingerprint, versionId }: SecretState,
  ): Promise<void> {
    await this.knex<Row>(TABLE)
      .insert({
        workspace_id: workspaceId,
        category,
        key,
        fingerprint,
        version_id: versionId ?? null,
      })
      .onConflict(['workspace_id', 'category', 'key'])
      .merge();
  }
}

export function secretId(identity: SecretIdentity): string {
  const { workspaceId, category, key } = identity;
  return JSON.stringify([workspaceId, category, key]);
}
