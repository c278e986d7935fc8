/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('soa_audit_events', table => {
    table.index(['event_id']);
  });
  await knex.schema.alterTable('soa_audit_rejected_records', table => {
    table
      .string('fingerprint', 64)
      .nullable()
      .comment('Of the record: one that is read again is kept once');
    table.unique(['source', 'fingerprint']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('soa_audit_rejected_records', table => {
    table.dropUnique(['source', 'fingerprint']);
  });
  await knex.schema.alterTable('soa_audit_rejected_records', table => {
    table.dropColumn('fingerprint');
  });
  await knex.schema.alterTable('soa_audit_events', table => {
    table.dropIndex(['event_id']);
  });
};
