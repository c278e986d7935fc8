/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('soa_sandbox_environments', table => {
    table.comment('Components that are destroyed once their time is up');
    table.string('component_ref').primary();
    table.integer('version').notNullable().defaultTo(0);
    table.string('owner').notNullable();
    table.string('requested_by').notNullable();
    table.text('placements').notNullable();
    table.text('source_url').notNullable();
    table.string('created_at').notNullable();
    table.string('expires_at').notNullable();
    table
      .integer('reminded')
      .notNullable()
      .comment('How many of the reminders are sent, or need not be');
    table.string('state').notNullable().index();
    table.string('deleted_by').nullable().comment('Who has asked for its end');
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('next_attempt_at').nullable();
    table.string('rollout_id').nullable();
    table.text('message').nullable();
    table.index(['expires_at', 'component_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('soa_sandbox_environments');
};
