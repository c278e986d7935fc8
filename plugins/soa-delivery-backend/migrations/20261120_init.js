/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_rollouts', table => {
    table.comment('Changes on their way through the placements of a component');
    table.string('id').primary();
    table.string('component_ref').notNullable().index();
    table.string('initiator').notNullable();
    table.string('idempotency_key').notNullable();
    table.string('fingerprint').notNullable().comment('Of what is asked for');
    table
      .boolean('joinable')
      .notNullable()
      .defaultTo(true)
      .comment('Whether who asks for the same gets this one');
    table.string('state').notNullable().index();
    table.text('source_url').notNullable();
    table
      .binary('archive')
      .nullable()
      .comment('What every workspace gets; read from the source once');
    table.text('message').nullable();
    table.string('created_at').notNullable();
    table.string('updated_at').notNullable();
    table.string('ended_at').nullable();
    table.unique(['initiator', 'idempotency_key']);
    table.index(['created_at', 'id']);
  });
  await knex.schema.raw(
    'CREATE UNIQUE INDEX soa_rollouts_joinable ON soa_rollouts (fingerprint) WHERE joinable',
  );
  await knex.schema.createTable('soa_rollout_targets', table => {
    table.comment('The placements of a rollout');
    table
      .string('rollout_id')
      .notNullable()
      .references('id')
      .inTable('soa_rollouts')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table
      .integer('wave')
      .notNullable()
      .comment('From 0: begins once all of those before it are applied');
    table.text('placement').notNullable().comment('ResolvedPlacement as JSON');
    table.string('state').notNullable();
    table.string('workspace_id').nullable();
    table.string('configuration_version_id').nullable();
    table
      .string('upload_requested_at')
      .nullable()
      .comment(
        'Set before the configuration is uploaded, which one replica does',
      );
    table
      .string('run_requested_at')
      .nullable()
      .comment('Set before the run is asked for: without run_id, look for it');
    table.string('run_id').nullable().index();
    table.string('run_status').nullable();
    table.text('plan').nullable().comment('Counts of resources as JSON');
    table.text('error').nullable();
    table
      .integer('version')
      .notNullable()
      .defaultTo(0)
      .comment('Counts changes: who builds on an old one changes nothing');
    table
      .integer('failed_attempts')
      .notNullable()
      .defaultTo(0)
      .comment('In a row, for reasons that may pass');
    table.string('failing_since').nullable();
    table.string('next_attempt_at').nullable();
    table.primary(['rollout_id', 'position']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('soa_rollout_targets');
  await knex.schema.dropTable('soa_rollouts');
};
