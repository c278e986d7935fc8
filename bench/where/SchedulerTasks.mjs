import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../scripts/portal/refusal.mjs';

const LONGEST_MS = 15 * 60_000;

/** Has a backend do now what it does every so often. */
export class SchedulerTasks {
  #url;
  #token;

  constructor({ url, token }) {
    this.#url = url;
    this.#token = token;
  }

  /** Runs all tasks of a plugin whose ids begin so, and waits for their end. */
  async run(plugin, prefix) {
    const before = await this.#endsOf(plugin, prefix);
    for (const id of before.keys()) {
      await this.#ask(plugin, `/${encodeURIComponent(id)}/trigger`, 'POST');
    }
    const end = Date.now() + LONGEST_MS;
    while (Date.now() < end) {
      const now = await this.#endsOf(plugin, prefix);
      if ([...before].every(([id, last]) => now.get(id) !== last)) {
        return;
      }
      await sleep(500);
    }
    throw new Refusal(
      `The tasks ${prefix} of ${plugin} do not come to an end.`,
    );
  }

  async #endsOf(plugin, prefix) {
    const { tasks } = await (await this.#ask(plugin, '')).json();
    return new Map(
      tasks
        .filter(({ taskId }) => taskId.startsWith(prefix))
        .map(({ taskId, taskState }) => [taskId, taskState?.lastRunEndedAt]),
    );
  }

  async #ask(plugin, path, method = 'GET') {
    const answer = await fetch(
      `${this.#url}/${plugin}/.backstage/scheduler/v1/tasks${path}`,
      { method, headers: { authorization: `Bearer ${this.#token}` } },
    );
    if (!answer.ok) {
      throw new Refusal(
        `The scheduler of ${plugin} answers ${
          answer.status
        }: ${await answer.text()}`,
      );
    }
    return answer;
  }
}
