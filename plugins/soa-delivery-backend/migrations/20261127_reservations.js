/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_lock_targets', table => {
    table.comment('What is locked: a row to wait at, one replica at a time');
    table.string('kind').notNullable();
    table.string('id').notNullable();
    table.primary(['kind', 'id']);
  });
  await knex.schema.createTable('soa_locks', table => {
    table.comment('Who uses an account or a zone alone, and who waits for it');
    table.increments('seq').comment('The order of the queue');
    table.string('id').notNullable().unique();
    table.string('target_kind').notNullable();
    table.string('target_id').notNullable();
    table.string('owner_kind').notNullable();
    table.string('component_ref').notNullable().index();
    table.string('owner_id').notNullable();
    table.string('requested_by').notNullable();
    table.string('requested_at').notNullable();
    table.integer('lease_seconds').notNullable();
    table.string('held_since').nullable();
    table
      .string('expires_at')
      .notNullable()
      .index()
      .comment('Of the lease, or of the place in the queue');
    table
      .string('missing_since')
      .nullable()
      .comment('Since when its owner is not to be found');
    table.unique(
      ['target_kind', 'target_id', 'owner_kind', 'component_ref', 'owner_id'],
      { indexName: 'soa_locks_owner' },
    );
    table.index(['target_kind', 'target_id', 'seq']);
    table.index(['owner_kind', 'owner_id']);
  });
  await knex.schema.raw(
    'CREATE UNIQUE INDEX soa_locks_holder ON soa_locks (target_kind, target_id) WHERE held_since IS NOT NULL',
  );

  await knex.schema.createTable('soa_network_pools', table => {
    table.comment('A row to wait at, one allocation at a time');
    table.string('name').primary();
  });
  await knex.schema.createTable('soa_network_ranges', table => {
    table.comment('Ranges of addresses, and whose they are');
    table.string('id').primary();
    table.string('name').notNullable();
    table.string('pool').notNullable();
    table.string('account').notNullable();
    table.string('region').notNullable();
    table.string('owner_kind').notNullable();
    table.string('component_ref').notNullable().index();
    table.string('owner_id').notNullable();
    table.string('state').notNullable().index();
    table.string('cidr').nullable();
    table.integer('prefix_length').notNullable();
    table
      .bigInteger('first')
      .nullable()
      .comment('The first address as a number, of a range of our own pools');
    table.bigInteger('last').nullable();
    table.string('allocation_id').nullable().comment('Of AWS IPAM');
    table.string('requested_by').notNullable();
    table.string('requested_at').notNullable();
    table
      .string('released_at')
      .nullable()
      .comment('It is free once its VPCs were read after that');
    table
      .string('missing_since')
      .nullable()
      .comment('Since when its owner is not to be found');
    table.unique(
      ['owner_kind', 'component_ref', 'owner_id', 'account', 'region', 'name'],
      { indexName: 'soa_network_ranges_owner' },
    );
    table.index(['first', 'last']);
    table.index(['requested_at', 'id']);
    table.index(['account', 'region']);
    table.index(['owner_kind', 'owner_id']);
  });
  if (knex.client.config.client === 'pg') {
    // What the allocation sees to already, so that no mistake in it does harm.
    await knex.schema.raw(
      "ALTER TABLE soa_network_ranges ADD CONSTRAINT soa_network_ranges_apart EXCLUDE USING gist (int8range(first, last, '[]') WITH &&) WHERE (first IS NOT NULL)",
    );
  }

  await knex.schema.createTable('soa_vpc_ranges', table => {
    table.comment('Ranges of the VPCs that are there');
    table.string('account').notNullable();
    table.string('region').notNullable();
    table.string('vpc_id').notNullable();
    table.string('cidr').notNullable();
    table
      .string('owner_account')
      .notNullable()
      .comment('Another one where the VPC is shared with the account');
    table.bigInteger('first').notNullable();
    table.bigInteger('last').notNullable();
    table.primary(['account', 'region', 'vpc_id', 'cidr']);
    table.index(['first', 'last']);
  });
  await knex.schema.createTable('soa_vpc_readings', table => {
    table.comment('When the VPCs of an account and Region were read');
    table.string('account').notNullable();
    table.string('region').notNullable();
    table
      .string('read_at')
      .nullable()
      .comment('When the last whole reading began');
    table.string('tried_at').notNullable();
    table.text('error').nullable().comment('Of the last try');
    table.primary(['account', 'region']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('soa_vpc_readings');
  await knex.schema.dropTable('soa_vpc_ranges');
  await knex.schema.dropTable('soa_network_ranges');
  await knex.schema.dropTable('soa_network_pools');
  await knex.schema.dropTable('soa_locks');
  await knex.schema.dropTable('soa_lock_targets');
};
