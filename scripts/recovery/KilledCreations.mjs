import { setTimeout as sleep } from 'node:timers/promises';
import { Moments } from './Moments.mjs';

/**
 * Makes services, one after the other, and kills the backend that makes one at a
 * point of it; another replica takes it up.
 */
export class KilledCreations {
  #programs;
  #proxy;
  #watch;
  #replicas;
  #maker;
  #active;
  #port;
  #freePort;

  /**
   * @param active - the replica that makes the first service
   * @param ports - its own, and the one of whoever takes its place
   */
  constructor({ programs, proxy, watch, replicas, maker, active, ports }) {
    this.#programs = programs;
    this.#proxy = proxy;
    this.#watch = watch;
    this.#replicas = replicas;
    this.#maker = maker;
    this.#active = active;
    [this.#port, this.#freePort] = ports;
  }

  /** Of the replica that lives. */
  get url() {
    return this.#active.url;
  }

  /** @returns how many writes, or states, a creation comes to that nobody kills */
  async count(name, kind) {
    const moments = this.#watchFor(kind);
    const task = await this.#maker.create(this.url, name);
    await this.#killedOrEnded(task, moments);
    this.#watchNoMore();
    await this.#maker.waitForEnd(this.url, task);
    return moments.seen;
  }

  /** @returns whether the task came to the point at which it was to be killed */
  async kill(name, kind, point) {
    const { name: victim } = this.#active;
    const moments = this.#watchFor(kind, point, () =>
      this.#programs.stop(victim, 'SIGKILL'),
    );
    const task = await this.#maker.create(this.url, name);
    await this.#killedOrEnded(task, moments);
    this.#watchNoMore();
    const cameToIt = Boolean(moments.killed);
    await (moments.killed ?? this.#programs.stop(victim, 'SIGKILL'));
    // What has run out by then is freed as it starts, and else a minute later only.
    this.#active = await this.#replicas.start(this.#freePort);
    [this.#port, this.#freePort] = [this.#freePort, this.#port];
    await this.#maker.waitForEnd(this.url, task);
    return cameToIt;
  }

  #watchFor(kind, point, kill) {
    const moments = new Moments(point, kill);
    this.#proxy.onWrite = () => {
      if (kind === 'write') {
        moments.pass();
      }
      // Who is dead hears no answer.
      return !moments.killed;
    };
    this.#watch.onState = () => {
      if (kind === 'state') {
        moments.pass();
      }
    };
    return moments;
  }

  #watchNoMore() {
    this.#proxy.onWrite = () => true;
    this.#watch.onState = () => {};
  }

  async #killedOrEnded(task, moments) {
    const { url } = this;
    while (!moments.killed) {
      const { status } = await this.#maker
        .ask(url, `/scaffolder/v2/tasks/${task}`)
        .catch(() => ({}));
      if (status === 'completed' || status === 'failed') {
        return;
      }
      await sleep(50);
    }
  }
}
