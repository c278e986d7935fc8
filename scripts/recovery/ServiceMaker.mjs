import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../portal/refusal.mjs';

export const REGIONS = ['us-east-1', 'eu-west-1'];

/** A guest who clicks Create, past the browser, and looks at what came of it. */
export class ServiceMaker {
  #sandboxUrl;

  constructor(sandboxUrl) {
    this.#sandboxUrl = sandboxUrl;
  }

  /** @returns the task's id */
  async create(backendUrl, name) {
    const { id } = await this.ask(backendUrl, '/scaffolder/v2/tasks', {
      templateRef: 'template:default/ecs-fargate-service',
      values: {
        name,
        owner: 'group:default/team-shop',
        description: 'Is made while backends crash',
        stages: [{ environment: 'prod', regions: REGIONS }],
        image: 'public.ecr.aws/nginx/nginx-unprivileged:stable',
        acceptTag: true,
        port: 8080,
        desiredCount: 1,
        cpu: 256,
        memory: 512,
      },
    });
    return id;
  }

  /** Deploy access is patient: somebody else may be about to ask for it. */
  async waitForEnd(backendUrl, taskId) {
    const hasEnded = async () => {
      const { status } = await this.ask(
        backendUrl,
        `/scaffolder/v2/tasks/${taskId}`,
      );
      if (status === 'failed' || status === 'cancelled') {
        throw new Refusal(await this.#reason(backendUrl, taskId));
      }
      return status === 'completed';
    };
    await until(`task ${taskId} to end`, hasEnded);
  }

  /** @returns what there is of a service, each of which must be there once */
  async whatIs(backendUrl, name) {
    const { items: rollouts } = await this.ask(
      backendUrl,
      `/soa-delivery/v1/rollouts?component=component:default/${name}`,
    );
    await until(`the rollout of ${name} to end`, async () => {
      const { state } = await this.ask(
        backendUrl,
        `/soa-delivery/v1/rollouts/${rollouts[0].id}`,
      );
      return state !== 'running';
    });
    const { state, message } = await this.ask(
      backendUrl,
      `/soa-delivery/v1/rollouts/${rollouts[0].id}`,
    );
    const workspaces = {};
    for (const { id, attributes } of await this.#workspaces()) {
      if (!attributes.name.startsWith(`${name}-`)) {
        continue;
      }
      const variables = await this.#hcpTerraform(`/workspaces/${id}/vars`);
      const runs = await this.#hcpTerraform(`/workspaces/${id}/runs`);
      workspaces[attributes.name] = {
        variables: variables.data.map(({ attributes: { key } }) => key).sort(),
        runs: runs.data.length,
      };
    }
    const entity = await this.ask(
      backendUrl,
      `/catalog/entities/by-name/component/default/${name}`,
    );
    return {
      rollouts: rollouts.length,
      rollout: state === 'applied' ? state : `${state}: ${message}`,
      workspaces,
      placements: entity.spec.placements.length,
    };
  }

  async #workspaces() {
    const found = [];
    for (let page = 1; page; ) {
      const { data, meta } = await this.#hcpTerraform(
        `/organizations/acme/workspaces?page[size]=100&page[number]=${page}`,
      );
      found.push(...data);
      page = meta.pagination['next-page'];
    }
    return found;
  }

  async projects() {
    const { data } = await this.#hcpTerraform(
      '/organizations/acme/projects?page[size]=100',
    );
    return data.map(({ attributes: { name } }) => name).sort();
  }

  async ask(backendUrl, path, body) {
    const signIn = await fetch(`${backendUrl}/auth/guest/refresh`, {
      method: 'POST',
    });
    const { backstageIdentity } = await signIn.json();
    const answer = await fetch(backendUrl + path, {
      headers: {
        authorization: `Bearer ${backstageIdentity.token}`,
        'content-type': 'application/json',
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) {
      throw new Refusal(
        `${path} answers ${answer.status}: ${await answer.text()}`,
      );
    }
    return answer.json();
  }

  async #reason(backendUrl, taskId) {
    const events = await this.ask(
      backendUrl,
      `/scaffolder/v2/tasks/${taskId}/events`,
    );
    const said = events.map(({ body }) => body.error?.message ?? body.message);
    return `The task has failed: ${said.filter(Boolean).slice(-4).join(' | ')}`;
  }

  async #hcpTerraform(path) {
    for (;;) {
      const answer = await fetch(`${this.#sandboxUrl}/api/v2${path}`, {
        headers: { authorization: 'Bearer sandbox-token' },
      });
      if (answer.status !== 429) {
        return answer.json();
      }
      // Lists of runs are rare goods.
      await sleep(1_000 * Number(answer.headers.get('x-ratelimit-reset') ?? 1));
    }
  }
}

export async function until(what, isSo, seconds = 120) {
  const end = Date.now() + seconds * 1_000;
  while (Date.now() < end) {
    if (await isSo()) {
      return;
    }
    await sleep(200);
  }
  throw new Refusal(`It waited ${seconds} s for ${what}.`);
}
