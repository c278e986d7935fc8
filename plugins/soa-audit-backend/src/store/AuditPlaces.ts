import type { Knex } from 'knex';
import type { OwnerPlace } from '../places';
import { insertIgnore } from './insertIgnore';

/** Where events can be, and whose, as the inventory says. */
export class AuditPlaces {
  constructor(private readonly knex: Knex) {}

  async of(...owners: string[]): Promise<OwnerPlace[]> {
    return this.knex<OwnerPlace>('soa_audit_places')
      .whereIn('owner', owners)
      .orderBy(['account', 'region'])
      .select('owner', 'account', 'region');
  }

  /** Only what has changed is written. */
  async replaceAll(places: readonly OwnerPlace[]): Promise<void> {
    await this.knex.transaction(async tx => {
      const stored = await tx<OwnerPlace>('soa_audit_places').select(
        'owner',
        'account',
        'region',
      );
      const wanted = new Set(places.map(idOf));
      const known = new Set(stored.map(idOf));
      for (const place of stored.filter(one => !wanted.has(idOf(one)))) {
        await tx('soa_audit_places').where(place).delete();
      }
      await insertIgnore(
        tx,
        'soa_audit_places',
        places.filter(one => !known.has(idOf(one))),
      );
    });
  }
}

function idOf({ owner, account, region }: OwnerPlace): string {
  return `${owner} ${account} ${region}`;
}
