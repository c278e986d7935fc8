/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_account_tags', table => {
    table.comment(
      'The tags of AWS accounts, so that they are read again only where something may have changed',
    );
    table.string('id', 12).primary();
    table.string('source').notNullable().index();
    table.text('tags').notNullable().comment('Values by keys, JSON');
    table
      .string('read_at')
      .nullable()
      .comment('Null where the last attempt to read them again failed');
    table
      .string('changed_at')
      .nullable()
      .comment('Of the last change told by CloudTrail that these tags hold');
  });
  await knex.schema.alterTable('soa_accounts', table => {
    table
      .string('told_at')
      .nullable()
      .comment('When it was last read because AWS had told of a change');
  });
  await knex.schema.alterTable('soa_sources', table => {
    table
      .string('changes_until')
      .nullable()
      .comment('Up to when a whole read has asked for changes of tags');
    table
      .text('matched_rules')
      .nullable()
      .comment('Rules that held for an account in that read, string[] as JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('soa_sources', table => {
    table.dropColumn('matched_rules');
    table.dropColumn('changes_until');
  });
  await knex.schema.alterTable('soa_accounts', table => {
    table.dropColumn('told_at');
  });
  await knex.schema.dropTable('soa_account_tags');
};
