/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_sources', table => {
    table.comment('How the last reads of each source went');
    table.string('id').primary();
    table
      .string('version')
      .notNullable()
      .defaultTo('')
      .comment('Changes with all that is known of the source');
    table.string('read_at').nullable().comment('Of the last whole read');
    table
      .text('warnings')
      .notNullable()
      .defaultTo('[]')
      .comment('What that read had to leave out, string[] as JSON');
    table.string('failed_at').nullable().comment('Of a failure since then');
    table.text('error').nullable();
  });
  await knex.schema.createTable('soa_organizational_units', table => {
    table.comment(
      'Roots and organizational units, as AWS Organizations last gave them',
    );
    table.string('id').primary();
    table.string('source').notNullable().index();
    table.text('data').notNullable().comment('OrganizationalUnit as JSON');
  });
  await knex.schema.createTable('soa_accounts', table => {
    table.comment('AWS accounts, as AWS Organizations last gave them');
    table.string('id', 12).primary();
    table.string('source').notNullable().index();
    table.text('data').notNullable().comment('Account as JSON');
  });
  await knex.schema.createTable('soa_workspaces', table => {
    table.comment('HCP Terraform workspaces, as they were last read');
    table.string('id').primary();
    table.string('source').notNullable().index();
    table
      .text('versions')
      .notNullable()
      .comment('Change when variables or outputs have to be read again, JSON');
    table.text('data').notNullable().comment('Workspace as JSON');
    table.text('outputs').notNullable().comment('WorkspaceOutput[] as JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('soa_workspaces');
  await knex.schema.dropTable('soa_accounts');
  await knex.schema.dropTable('soa_organizational_units');
  await knex.schema.dropTable('soa_sources');
};
