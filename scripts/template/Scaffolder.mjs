import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { asInSandbox } from './asInSandbox.mjs';
import { refuseBrokenOutput } from './refuseBrokenOutput.mjs';
import { refuseErrors } from './refuseInvalid.mjs';
import { TemplateError } from './TemplateError.mjs';

/** The scaffolder of a running portal, as its guest uses it. */
export class Scaffolder {
  #url;
  #token;

  /** @param url - of the backend, without `/api` */
  constructor(url) {
    this.#url = url;
  }

  /**
   * Runs a template dry.
   *
   * @param source - a TemplateSource
   * @param directory - the template's folder
   * @returns what it says, and the files that it makes, by their path
   * @throws TemplateError that says on which line to look
   */
  async dryRun(source, directory, values) {
    const contents = contentsOf(directory);
    const run = template => this.#post({ template, values, contents });
    const entity = asInSandbox(source.entity);
    const answer = await run(entity);
    if (answer.status === 200) {
      refuseBrokenOutput(source, answer.body.output);
      return {
        log: answer.body.log.map(({ body }) => body.message),
        files: Object.fromEntries(
          answer.body.directoryContents.map(({ path, base64Content }) => [
            path,
            Buffer.from(base64Content, 'base64'),
          ]),
        ),
      };
    }
    refuseErrors(source, answer.body.errors ?? []);
    const runSteps = steps => run(withSteps(entity, steps));
    const { steps } = entity.spec;
    throw (await runSteps(steps)).status === 200
      ? new TemplateError(source.ofOutput(), `the output: ${messageOf(answer)}`)
      : await this.#blame(source, steps, runSteps, messageOf(answer));
  }

  /** The scaffolder does not say which step has failed: fewer are tried. */
  async #blame(source, steps, run, message) {
    let works = 0;
    let fails = steps.length;
    let said = message;
    while (fails - works > 1) {
      const middle = Math.floor((works + fails) / 2);
      const answer = await run(steps.slice(0, middle));
      if (answer.status === 200) {
        works = middle;
      } else {
        fails = middle;
        said = messageOf(answer);
      }
    }
    const [, field] =
      /^(?:InputError: )?([a-z][\w.[\]]*)(?:, [\w ]+)*: /i.exec(said) ?? [];
    return new TemplateError(
      source.ofStep(fails - 1, field),
      `step ${steps[fails - 1].id}: ${said}`,
    );
  }

  /**
   * Runs a registered template for real.
   *
   * @returns a task for `follow`
   * @throws TemplateError if the scaffolder does not take it
   */
  async start(templateRef, values) {
    const { status, body } = await this.#ask('/v2/tasks', {
      templateRef,
      values,
    });
    if (status !== 201) {
      throw new TemplateError(templateRef, messageOf({ status, body }));
    }
    return { id: body.id, isRunning: true, status: 'open', log: [] };
  }

  /** Looks how far a task is. */
  async follow(task) {
    const { body } = await this.#ask(`/v2/tasks/${task.id}`);
    task.status = body.status;
    task.isRunning = ['open', 'processing'].includes(body.status);
    if (!task.isRunning) {
      const events = await this.#ask(`/v2/tasks/${task.id}/events?after=0`);
      task.log = events.body.map(event => event.body.message);
    }
  }

  #post({ template, values, contents }) {
    return this.#ask('/v2/dry-run', {
      template,
      values,
      directoryContents: contents,
    });
  }

  async #ask(path, body) {
    this.#token ??= await this.#signIn();
    const answer = await fetch(`${this.#url}/api/scaffolder${path}`, {
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  }

  async #signIn() {
    const answer = await fetch(`${this.#url}/api/auth/guest/refresh`, {
      method: 'POST',
    });
    return (await answer.json()).backstageIdentity.token;
  }
}

/** Some of a template's steps, without the output, which is of all of them. */
function withSteps(template, steps) {
  return { ...template, spec: { ...template.spec, steps, output: {} } };
}

function messageOf({ status, body }) {
  return body.error?.message ?? `the scaffolder answers ${status}`;
}

function contentsOf(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const file = join(entry.parentPath, entry.name);
      return {
        path: relative(directory, file).split(sep).join('/'),
        base64Content: readFileSync(file).toString('base64'),
      };
    });
}
