/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_audit_workspace_events', table => {
    table.comment('Which HCP Terraform workspace an event belongs to');
    table.string('workspace_id').notNullable();
    table.string('event_time', 24).notNullable();
    table.string('event_id', 64).notNullable();
    table.primary(['workspace_id', 'event_time', 'event_id']);
    table.index(['event_time', 'event_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('soa_audit_workspace_events');
};
