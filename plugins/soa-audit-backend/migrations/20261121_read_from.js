/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('soa_audit_positions', table => {
    table
      .string('read_from', 24)
      .nullable()
      .comment('Where the first read began: nothing from before has been read');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('soa_audit_positions', table => {
    table.dropColumn('read_from');
  });
};
