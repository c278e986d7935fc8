import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../portal/refusal.mjs';

const CATALOG_SECONDS = 120;

/** Whichever of the backends answers. */
export class FleetPortal {
  #urls;

  constructor(urls) {
    this.#urls = urls;
  }

  /** @returns the token of the guest of one of them */
  async signIn(index) {
    const answer = await fetch(`${this.#urls[index]}/auth/guest/refresh`, {
      method: 'POST',
    });
    return (await answer.json()).backstageIdentity.token;
  }

  async ask(token, path, body) {
    let reason = 'nobody is there';
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const url = this.#urls[attempt % this.#urls.length];
      const answer = await fetch(url + path, {
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      }).catch(() => undefined);
      if (answer?.ok) {
        return answer.json();
      }
      const text = await answer?.text();
      // Who is starting knows no paths yet, and has nothing to say of them.
      if (answer && answer.status < 500 && text) {
        throw new Refusal(`${path} answers ${answer.status}: ${text}`);
      }
      reason = answer ? `one answers ${answer.status}` : reason;
      await sleep(250);
    }
    throw new Refusal(`No backend answers ${path}: ${reason}`);
  }

  async untilCatalogHas(count, token) {
    const path = '/catalog/entities/by-query?limit=1&filter=kind=component';
    const end = Date.now() + CATALOG_SECONDS * 1_000;
    while (Date.now() < end) {
      const { totalItems } = await this.ask(token, path);
      if (totalItems >= count) {
        return;
      }
      await sleep(500);
    }
    throw new Refusal(
      `The catalog has less than ${count} components after ${CATALOG_SECONDS} s.`,
    );
  }

  /** Approves what is to be approved until all have ended. */
  async followAll({ ids, initiator, approver, seconds, every = 1_000 }) {
    const ended = new Map();
    const path = '/soa-delivery/v1';
    const end = Date.now() + seconds * 1_000;
    while (ended.size < ids.length && Date.now() < end) {
      const { items } = await this.ask(approver, `${path}/approvals?limit=200`);
      for (const { id, rolloutId } of items) {
        await this.ask(approver, `${path}/rollouts/${rolloutId}/approve`, {
          approvalId: id,
          decision: 'approved',
          comment: 'Looks well',
        }).catch(error => {
          // Its rollout has ended meanwhile, or a dead backend had decided already.
          if (!/answers 409/.test(error.message)) {
            throw error;
          }
        });
      }
      const { items: listed } = await this.ask(
        initiator,
        `${path}/rollouts?limit=200`,
      );
      for (const { id, endedAt } of listed) {
        if (endedAt && !ended.has(id)) {
          ended.set(id, true);
        }
      }
      await sleep(every);
    }
    const served = [];
    for (const id of ids) {
      served.push(await this.ask(initiator, `${path}/rollouts/${id}`));
    }
    return served;
  }
}
