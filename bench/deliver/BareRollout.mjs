import { setTimeout as sleep } from 'node:timers/promises';

/** As many as the portal sends: HCP Terraform refuses more than 30. */
const A_SECOND = 25;
const JSON_API = 'application/vnd.api+json';
const ENDED = ['planned', 'planned_and_finished', 'applied'];
// A little longer than the sandbox cloud takes: one look is enough.
const PLAN_MS = 2_100;
const APPLY_MS = 2_600;

/**
 * Does what a rollout does with no more than the fewest requests: it keeps nothing,
 * waits for nobody, and knows how long runs take.
 */
export class BareRollout {
  #url;
  #archive;
  #next = 0;

  constructor({ sandboxUrl, archive }) {
    this.#url = `${sandboxUrl}/api/v2`;
    this.#archive = archive;
  }

  /** @param waves - ids of workspaces */
  async run(waves) {
    const versions = new Map();
    await this.#list();
    await each(waves.flat(), async workspace => {
      const version = await this.#upload(workspace);
      versions.set(workspace, version);
      const run = await this.#start(workspace, version, true);
      await this.#until(run, PLAN_MS);
    });
    for (const wave of waves) {
      await this.#list();
      await each(wave, async workspace => {
        const run = await this.#start(workspace, versions.get(workspace));
        await this.#until(run, PLAN_MS);
        await this.#ask('POST', `/runs/${run}/actions/apply`, {});
        await this.#until(run, APPLY_MS);
      });
    }
  }

  #list() {
    return this.#ask(
      'GET',
      '/organizations/acme/workspaces?page[size]=100&include=current_run',
    );
  }

  async #upload(workspace) {
    const { data } = await this.#ask(
      'POST',
      `/workspaces/${workspace}/configuration-versions`,
      {
        data: {
          type: 'configuration-versions',
          attributes: { 'auto-queue-runs': false },
        },
      },
    );
    await this.#turn();
    const uploaded = await fetch(data.attributes['upload-url'], {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: this.#archive,
    });
    if (!uploaded.ok) {
      throw new Error(`The upload answers ${uploaded.status}`);
    }
    await this.#ask('GET', `/configuration-versions/${data.id}`);
    return data.id;
  }

  async #start(workspace, version, planOnly = false) {
    const { data } = await this.#ask('POST', '/runs', {
      data: {
        type: 'runs',
        attributes: { message: 'bare', 'plan-only': planOnly },
        relationships: {
          workspace: { data: { type: 'workspaces', id: workspace } },
          'configuration-version': {
            data: { type: 'configuration-versions', id: version },
          },
        },
      },
    });
    return data.id;
  }

  async #until(run, milliseconds) {
    await sleep(milliseconds);
    const { data } = await this.#ask('GET', `/runs/${run}?include=plan`);
    if (!ENDED.includes(data.attributes.status)) {
      await this.#until(run, 500);
    }
  }

  async #ask(method, path, body) {
    await this.#turn();
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        authorization: 'Bearer sandbox-token',
        'content-type': JSON_API,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    // On a busy machine some come later than they were sent, and too many at once.
    if (answer.status === 429) {
      return this.#ask(method, path, body);
    }
    if (!answer.ok) {
      throw new Error(`${method} ${path} answers ${answer.status}`);
    }
    const text = await answer.text();
    return text ? JSON.parse(text) : undefined;
  }

  async #turn() {
    const now = Date.now();
    this.#next = Math.max(now, this.#next + 1_000 / A_SECOND);
    await sleep(this.#next - now);
  }
}

function each(items, work) {
  return Promise.all(items.map(work));
}
