/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_secret_fingerprints', table => {
    table.comment(
      'Which sensitive values were last written to workspaces, as keyed fingerprints',
    );
    table.string('workspace_id').notNullable();
    table.string('category').notNullable();
    table.string('key').notNullable();
    table
      .string('fingerprint')
      .notNullable()
      .comment('HMAC of the value: says nothing without the configured key');
    table
      .string('version_id')
      .nullable()
      .comment("The variable's version after that write, if the host has any");
    table.primary(['workspace_id', 'category', 'key']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('soa_secret_fingerprints');
};
