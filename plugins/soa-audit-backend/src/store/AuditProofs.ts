import type { Knex } from 'knex';
import type { RunAccount } from '../places';
import type { PipelineProof } from '../proof';
import { insertIgnore } from './insertIgnore';
import { olderThan } from './olderThan';
import type { ProofRow } from './rows';
import { toProofRow } from './toRows';

// SQLite takes at most 32,766 parameters in a statement.
const BATCH = 500;

/** The access keys that were given to runs, and what is known of the runs. */
export class AuditProofs {
  constructor(private readonly knex: Knex) {}

  /** Stores those that are new, to be followed. */
  async insert(proofs: readonly PipelineProof[]): Promise<void> {
    await insertIgnore(this.knex, 'soa_audit_proofs', proofs.map(toProofRow));
  }

  /** By access key. */
  async find(keys: Iterable<string>): Promise<Map<string, PipelineProof>> {
    const rows = await this.#listByKeys(keys);
    return new Map(
      rows.map(({ access_key_id, data }) => [access_key_id, JSON.parse(data)]),
    );
  }

  /** Those of the keys of whose events nobody has said that they know of it. */
  async findUnfollowed(keys: Iterable<string>): Promise<PipelineProof[]> {
    const rows = await this.#listByKeys(keys, { followed: false });
    return rows.map(toProof);
  }

  /** In which accounts runs of which workspaces have held a key. */
  async listRunAccounts(): Promise<RunAccount[]> {
    return this.knex<ProofRow>('soa_audit_proofs').distinct(
      'organization',
      'workspace',
      'account',
    );
  }

  /** Whether every proof has been followed, and its run asked for. */
  async areAllDone(): Promise<boolean> {
    const left = await this.knex<ProofRow>('soa_audit_proofs')
      .where({ confirmed: false })
      .orWhere({ followed: false })
      .first('access_key_id');
    return !left;
  }

  /** Proofs that were stored by one who has not come to follow them. */
  async listUnfollowed(limit: number): Promise<PipelineProof[]> {
    const rows = await this.knex<ProofRow>('soa_audit_proofs')
      .where({ followed: false })
      .limit(limit);
    return rows.map(toProof);
  }

  /** Says that the events of these keys know of their proofs. */
  async markFollowed(proofs: readonly PipelineProof[]): Promise<void> {
    for (const keys of batchesOf(proofs.map(proof => proof.accessKeyId))) {
      await this.knex<ProofRow>('soa_audit_proofs')
        .whereIn('access_key_id', keys)
        .update({ followed: true });
    }
  }

  /**
   * Proofs whose run HCP Terraform has not been asked for yet, newest first.
   *
   * @param page - `accounts`: only of keys that hold in these
   */
  async listUnconfirmed(page: {
    after?: PipelineProof;
    accounts?: readonly string[];
    limit: number;
  }): Promise<PipelineProof[]> {
    const columns = { time: 'event_time', id: 'access_key_id' };
    const query = this.knex<ProofRow>('soa_audit_proofs')
      .where({ confirmed: false })
      .orderBy([
        { column: columns.time, order: 'desc' },
        { column: columns.id, order: 'desc' },
      ])
      .limit(page.limit);
    if (page.accounts) {
      query.whereIn('account', page.accounts);
    }
    if (page.after) {
      const { event_time, access_key_id } = toProofRow(page.after);
      const place = { eventTime: event_time, eventId: access_key_id };
      olderThan(query, place, columns);
    }
    return (await query).map(toProof);
  }

  /** @param isDone - whether its events know of it, so that nobody asks again */
  async confirm(proof: PipelineProof, isDone: boolean): Promise<void> {
    await this.knex<ProofRow>('soa_audit_proofs')
      .where({ access_key_id: proof.accessKeyId })
      .update({ data: JSON.stringify(proof), confirmed: isDone });
  }

  async #listByKeys(
    keys: Iterable<string>,
    where: Partial<ProofRow> = {},
  ): Promise<ProofRow[]> {
    const rows: ProofRow[] = [];
    for (const batch of batchesOf([...new Set(keys)])) {
      rows.push(
        ...(await this.knex<ProofRow>('soa_audit_proofs')
          .where(where)
          .whereIn('access_key_id', batch)),
      );
    }
    return rows;
  }
}

function toProof({ data }: ProofRow): PipelineProof {
  return JSON.parse(data);
}

function batchesOf(keys: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, index) =>
    keys.slice(index * BATCH, (index + 1) * BATCH),
  );
}
