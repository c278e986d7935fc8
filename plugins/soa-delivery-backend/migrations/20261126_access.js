/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_access_entries', table => {
    table.comment('The workspaces that deploy into accounts');
    table.string('organization').notNullable();
    table.string('account').notNullable();
    table.string('workspace').notNullable();
    table.string('project').notNullable();
    table.string('runtime').notNullable();
    table.string('component_ref').notNullable().index();
    table.string('requested_by').notNullable();
    table.string('requested_at').notNullable();
    table
      .string('removal_requested_by')
      .nullable()
      .comment('Who asked last for it to be taken away');
    table.string('wish').notNullable().comment('present or absent');
    table.string('state').notNullable().index();
    table
      .text('applied')
      .nullable()
      .comment('What the last run that was applied gave it, as JSON');
    table.text('reason').nullable();
    table.string('ready_at').nullable();
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Counts what was asked for');
    table
      .string('queued_at')
      .notNullable()
      .comment('Since when it waits for a run: what waits longest comes first');
    table
      .string('suspects')
      .nullable()
      .comment(
        'With which others it is tried, since a run for more has failed',
      );
    table
      .string('missing_since')
      .nullable()
      .comment('Since when its workspace is not to be found');
    table.primary(['organization', 'account', 'workspace']);
  });
  await knex.schema.createTable('soa_access_accounts', table => {
    table.comment('How far the access workspaces of accounts are');
    table.string('organization').notNullable();
    table.string('account').notNullable();
    table.string('step').notNullable();
    table
      .text('batch')
      .nullable()
      .comment('What is being given and taken at once, as JSON');
    table.string('workspace_id').nullable();
    table.string('workspace_name').nullable();
    table
      .string('run_requested_at')
      .nullable()
      .comment('Set before the run is asked for: without run_id, look for it');
    table.string('run_id').nullable().index();
    table.string('run_status').nullable();
    table
      .string('write_requested_at')
      .nullable()
      .comment('Set before the variable is written, which one replica does');
    table
      .integer('failed_runs')
      .notNullable()
      .defaultTo(0)
      .comment('In a row, while those at fault are looked for');
    table.boolean('needs_person').notNullable().defaultTo(false);
    table
      .integer('version')
      .notNullable()
      .defaultTo(0)
      .comment('Counts changes: who builds on an old one changes nothing');
    table.text('error').nullable();
    table
      .integer('failed_attempts')
      .notNullable()
      .defaultTo(0)
      .comment('In a row, for reasons that may pass');
    table.string('failing_since').nullable();
    table.string('next_attempt_at').nullable();
    table.primary(['organization', 'account']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('soa_access_accounts');
  await knex.schema.dropTable('soa_access_entries');
};
