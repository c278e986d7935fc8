/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_audit_events', table => {
    table.comment(
      'CloudTrail events; times are ISO 8601 in UTC, so that they sort',
    );
    table.string('event_time', 24).notNullable();
    table.string('event_id', 64).notNullable();
    table.string('account', 12).notNullable();
    table.string('region').notNullable();
    table.string('event_name').notNullable();
    table.string('event_source').notNullable();
    table.boolean('read_only').notNullable();
    table.boolean('failed').notNullable();
    table.boolean('out_of_band').notNullable();
    table.string('actor_kind').notNullable();
    table.string('actor_name').notNullable();
    table.string('access_key_id').nullable().index();
    table
      .string('index_version')
      .notNullable()
      .comment('Of the attribution index that it was last held against');
    table.text('event').notNullable().comment('AuditEvent as JSON');
    table
      .text('workspace_ids')
      .notNullable()
      .comment('As JSON; soa_audit_workspace_events is for looking them up');
    table.text('record').notNullable().comment('The redacted record as JSON');
    // With the time in it, the table can be partitioned by time.
    table.primary(['event_time', 'event_id']);
    table.index(['account', 'event_time', 'event_id']);
    table.index(['index_version', 'event_time', 'event_id']);
  });
  await knex.schema.createTable('soa_audit_attributions', table => {
    table.comment('Which entity an event belongs to');
    table.string('entity_ref').notNullable();
    table.string('event_time', 24).notNullable();
    table.string('event_id', 64).notNullable();
    table.primary(['entity_ref', 'event_time', 'event_id']);
    table.index(['event_time', 'event_id']);
  });
  await knex.schema.createTable('soa_audit_positions', table => {
    table.comment('How far each source has read each account and Region');
    table.string('source').notNullable();
    table.string('account', 12).notNullable();
    table.string('region').notNullable();
    table.string('read_until', 24).nullable();
    table.text('error').nullable();
    table.string('error_at', 24).nullable();
    table.primary(['source', 'account', 'region']);
  });
  await knex.schema.createTable('soa_audit_places', table => {
    table.comment('Where the inventory says that events can be, and whose');
    table
      .string('owner')
      .notNullable()
      .comment('A component, or the id of a workspace or an account');
    table.string('account', 12).notNullable();
    table.string('region').notNullable().comment('Or *, for each');
    table.primary(['owner', 'account', 'region']);
  });
  await knex.schema.createTable('soa_audit_proofs', table => {
    table.comment('Access keys that STS gave to runs of HCP Terraform');
    table.string('access_key_id').primary();
    table.string('account', 12).notNullable();
    table.string('event_time', 24).notNullable();
    table.text('organization').notNullable();
    table.text('workspace').notNullable();
    table.text('data').notNullable().comment('PipelineProof as JSON');
    table.boolean('confirmed').notNullable();
    table
      .boolean('followed')
      .notNullable()
      .index()
      .comment('Whether what was done with the key has been held against it');
  });
  await knex.schema.createTable('soa_audit_rejected_records', table => {
    table.comment('Records that could not be understood');
    table.increments('id');
    table.string('source').notNullable();
    table.string('account', 12).notNullable().index();
    table.string('region').notNullable();
    table
      .string('event_time', 24)
      .nullable()
      .comment('If at least that could be understood');
    table.string('rejected_at', 24).notNullable();
    table.text('reason').notNullable();
    table.text('record').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'soa_audit_rejected_records',
    'soa_audit_proofs',
    'soa_audit_places',
    'soa_audit_positions',
    'soa_audit_attributions',
    'soa_audit_events',
  ]) {
    await knex.schema.dropTable(table);
  }
};
