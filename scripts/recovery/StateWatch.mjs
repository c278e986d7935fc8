const CHANNEL = 'soa_task_state';

/**
 * Tells of each checkpoint and each ended step of a task as soon as it is in the
 * scaffolder's database.
 */
export class StateWatch {
  #client;

  onState = () => {};

  static async open(connection) {
    // Only there once packages are installed.
    const { default: pg } = await import('pg');
    const client = new pg.Client(connection);
    await client.connect();
    await client.query(`
      CREATE OR REPLACE FUNCTION soa_tell_state() RETURNS trigger AS $$
      BEGIN
        IF NEW.state IS DISTINCT FROM OLD.state THEN
          PERFORM pg_notify('${CHANNEL}', NEW.id::text);
        END IF;
        RETURN NEW;
      END $$ LANGUAGE plpgsql;
      DROP TRIGGER IF EXISTS soa_tell_state ON tasks;
      CREATE TRIGGER soa_tell_state AFTER UPDATE ON tasks
        FOR EACH ROW EXECUTE FUNCTION soa_tell_state();
      LISTEN ${CHANNEL};
    `);
    return new StateWatch(client);
  }

  constructor(client) {
    this.#client = client;
    client.on('notification', ({ payload }) => this.onState(payload));
    client.on('error', () => {});
  }

  close() {
    return this.#client.end();
  }
}
