/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_rollouts', table => {
    table.comment('Changes on their way through the placements of a component');
    table.string('id').primary();
    table.string('component_ref').notNullable().index();
    table.string('initiator').notNullable();
    table
      .string('owner')
      .nullable()
      .comment('Of the component when it began: it may leave the catalog');
    table
      .string('component_uid')
      .nullable()
      .comment('Of the component when it began: another may get its name');
    table.string('idempotency_key').notNullable();
    table.string('fingerprint').notNullable().comment('Of what is asked for');
    table
      .boolean('joinable')
      .notNullable()
      .defaultTo(true)
      .comment('Whether who asks for the same gets this one');
    table.string('operation').notNullable().comment('apply or destroy');
    table.text('plan').notNullable().comment('ResolvedStage[] as JSON');
    table.string('state').notNullable().index();
    table
      .integer('version')
      .notNullable()
      .defaultTo(0)
      .comment('Counts changes of it and of all that belongs to it');
    table
      .boolean('planned')
      .notNullable()
      .defaultTo(false)
      .comment('Whether all that can be is planned: nothing is applied before');
    table
      .text('failure')
      .nullable()
      .comment('Why it stops: what has not begun to apply is ended');
    table
      .string('undo')
      .nullable()
      .comment('What gets back what it had, once it has stopped: stage or all');
    table.integer('failed_stage').nullable();
    table.text('source_url').notNullable();
    table
      .binary('archive')
      .nullable()
      .comment('What every workspace gets; read from the source once');
    table
      .string('commit')
      .nullable()
      .comment('What workspaces that are linked to a repository apply');
    table.text('message').nullable();
    table.string('created_at').notNullable();
    table.string('updated_at').notNullable();
    table.string('ended_at').nullable();
    table.string('end_told_at').nullable();
    table.boolean('unregister').notNullable().defaultTo(false);
    table
      .boolean('exclusive')
      .notNullable()
      .defaultTo(false)
      .comment('Whether it waits until it has its accounts for itself');
    table
      .string('aftermath_done_at')
      .nullable()
      .comment('When what follows a destruction was done');
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
    table.string('phase').notNullable().comment('What its runs are for');
    table.string('state').notNullable();
    table.string('workspace_id').nullable();
    table.string('configuration_version_id').nullable();
    table
      .string('previous_configuration_version_id')
      .nullable()
      .comment('What the workspace had applied before');
    table
      .boolean('is_new')
      .nullable()
      .comment('Whether the workspace had nothing before');
    table
      .string('confirmed_at')
      .nullable()
      .comment('Set before its run is told to apply');
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
    table.text('past_runs').nullable().comment('Those before run_id, as JSON');
    table.text('plan').nullable().comment('Counts of resources as JSON');
    table.text('plan_error').nullable();
    table
      .text('undo_plan')
      .nullable()
      .comment('That of the run that takes it back, as JSON');
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
    table.index(['workspace_id']);
  });
  await knex.schema.createTable('soa_rollout_waves', table => {
    table.comment('How far the waves of rollouts are');
    table
      .string('rollout_id')
      .notNullable()
      .references('id')
      .inTable('soa_rollouts')
      .onDelete('CASCADE');
    table.integer('wave').notNullable();
    table.string('begun_at').nullable();
    table.string('applied_at').nullable();
    table.string('bake_until').nullable();
    table.string('passed_at').nullable();
    table.string('failed_at').nullable();
    table.text('checks').nullable().comment('What has become of them, as JSON');
    table.string('next_check_at').nullable();
    table.primary(['rollout_id', 'wave']);
  });
  await knex.schema.createTable('soa_rollout_approvals', table => {
    table.comment('Decisions that rollouts need of people');
    table.string('id').primary();
    table
      .string('rollout_id')
      .notNullable()
      .references('id')
      .inTable('soa_rollouts')
      .onDelete('CASCADE')
      .index();
    table.string('kind').notNullable().comment('stage or destroy');
    table.integer('stage').notNullable();
    table.integer('position').nullable().comment('Of the target, for destroy');
    table.text('resources').nullable().comment('Addresses as JSON');
    table.text('groups').notNullable().comment('Who may decide, as JSON');
    table.boolean('not_initiator').notNullable();
    table.string('state').notNullable().index();
    table.string('opened_at').nullable();
    table.string('decided_by').nullable();
    table.string('decided_at').nullable();
    table.text('comment').nullable();
    table
      .string('told_at')
      .nullable()
      .comment('When those who may decide were told');
  });
  await knex.schema.createTable('soa_rollout_events', table => {
    table.comment('What has happened to rollouts');
    table.increments('number');
    table
      .string('rollout_id')
      .notNullable()
      .references('id')
      .inTable('soa_rollouts')
      .onDelete('CASCADE')
      .index();
    table.string('at').notNullable();
    table.string('kind').notNullable();
    table.string('actor').nullable();
    table.string('environment').nullable();
    table.integer('wave').nullable();
    table.string('placement').nullable();
    table.text('comment').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('soa_rollout_events');
  await knex.schema.dropTable('soa_rollout_approvals');
  await knex.schema.dropTable('soa_rollout_waves');
  await knex.schema.dropTable('soa_rollout_targets');
  await knex.schema.dropTable('soa_rollouts');
};
