/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_audit_leases', table => {
    table.comment('Who is reading an account and Region from a source');
    table.string('source').notNullable();
    table.string('account', 12).notNullable();
    table.string('region').notNullable();
    table.string('holder', 36).nullable();
    table
      .string('expires_at', 24)
      .nullable()
      .comment('Then the holder is taken to have died');
    table
      .string('read_at', 24)
      .nullable()
      .comment('When a read last ended, well or not');
    table.primary(['source', 'account', 'region']);
  });
  await knex.schema.alterTable('soa_audit_positions', table => {
    table
      .text('resume')
      .nullable()
      .comment('Where a read goes on that did not come to its end');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('soa_audit_positions', table => {
    table.dropColumn('resume');
  });
  await knex.schema.dropTable('soa_audit_leases');
};
