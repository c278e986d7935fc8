import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Refusal } from '../portal/refusal.mjs';
import { temporaryFolder } from '../portal/temporaryFolder.mjs';
import { asInSandbox } from './asInSandbox.mjs';
import { dryRunTemplate } from './dryRunTemplate.mjs';
import { TemplateSource } from './TemplateSource.mjs';
import { unfamiliarValues } from './unfamiliarValues.mjs';

const text = `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
spec:
  parameters:
    - properties:
        name:
          type: string
      dependencies:
        name:
          oneOf:
            - properties:
                port: { type: integer }
  steps:
    - id: first
      action: fetch:template
    - id: second
      action: soa:terraform:render
      input:
        name: x
        settings:
          cpu: 1
    - id: third
      action: debug:log
  output:
    links:
      - title: The catalog
        url: /catalog
      - title: The rollout
        url: \${{ steps.third.output.url }}
`;

describe('TemplateSource', () => {
  const source = new TemplateSource('t.yaml', text);

  for (const [what, at, line] of [
    ['a parameter', source.ofParameter('name'), 6],
    ['a parameter that another brings', source.ofParameter('port'), 12],
    ['no parameter', source.ofParameter('none'), 4],
    ['a step', source.ofStep(0), 14],
    ['an input of a step', source.ofStep(1, 'settings'), 20],
    ['a value inside of it', source.ofStep(1, 'settings.cpu'), 21],
    ['what is left out', source.ofStep(1, 'settings.memory'), 20],
    ['an input that a step has not', source.ofStep(2, 'settings'), 22],
    ['the output', source.ofOutput(), 24],
    ['a link', source.ofOutput('The rollout'), 28],
    ['a link that there is none of', source.ofOutput('The moon'), 24],
  ]) {
    it(`knows the line of ${what}`, () => assert.equal(at, `t.yaml:${line}`));
  }

  it('says where it cannot be read', () => {
    assert.throws(
      () => new TemplateSource('t.yaml', 'a: 1\nb: [\n'),
      error => error instanceof Refusal && /^t\.yaml:\d+: /.test(error.message),
    );
  });
});

describe('dryRunTemplate', () => {
  const folder = temporaryFolder('template-test');
  let server;
  let answerTo;
  const asked = [];
  const fillIn = written =>
    writeFileSync(join(folder.path, 'values.yaml'), written);
  const answerWith = output => {
    answerTo = () => ({ status: 200, log: [], directoryContents: [], output });
  };
  const dryRun = () =>
    dryRunTemplate({
      backendUrl: `http://127.0.0.1:${server.address().port}`,
      directory: join(folder.path, 'template'),
      valuesFile: join(folder.path, 'values.yaml'),
    });

  before(async () => {
    mkdirSync(join(folder.path, 'template'));
    writeFileSync(join(folder.path, 'template', 'template.yaml'), text);
    server = createServer(async (request, response) => {
      asked.push(request.url);
      let body = '';
      for await (const chunk of request) {
        body += chunk;
      }
      const { status, ...answer } = request.url.endsWith('/refresh')
        ? { status: 200, backstageIdentity: { token: 'guest' } }
        : answerTo(JSON.parse(body));
      response.writeHead(status).end(JSON.stringify(answer));
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  });

  beforeEach(() => {
    fillIn('name: orders\n');
    asked.length = 0;
  });

  after(() => {
    server.close();
    folder.remove();
  });

  it('gives the files', async () => {
    answerTo = ({ values, directoryContents }) => ({
      status: 200,
      log: [{ body: { message: values.name } }],
      directoryContents,
    });
    const { files, log } = await dryRun();
    assert.equal(files['template.yaml'].toString(), text);
    assert.deepEqual(log, ['orders']);
  });

  it('points at a parameter that refuses its value', async () => {
    answerTo = () => ({
      status: 400,
      errors: [{ path: ['name'], stack: 'instance.name is too long' }],
    });
    await assert.rejects(
      dryRun(),
      /template\.yaml:6: instance\.name is too long$/,
    );
  });

  for (const [what, written, message] of [
    [
      'a value of another type',
      'name: [1]',
      /template\.yaml:6: instance\.name is not of a type\(s\) string$/,
    ],
    ['what is no YAML', 'name: x\nowner: [', /values\.yaml:\d+ is no YAML: /],
    ['what holds no values', 'orders', /values\.yaml holds no values: write/],
    ['an empty file', '', /values\.yaml holds no values/],
  ]) {
    it(`refuses ${what} before it asks the scaffolder`, async () => {
      fillIn(written);
      await assert.rejects(
        dryRun(),
        error => error instanceof Refusal && message.test(error.message),
      );
      assert.deepEqual(asked, []);
    });
  }

  it('finds the step that fails, and the input that it fails for', async () => {
    answerTo = ({ template }) =>
      template.spec.steps.some(({ id }) => id === 'second')
        ? {
            status: 400,
            error: {
              message: 'settings, cpu: the module has no such variable',
            },
          }
        : { status: 200, log: [], directoryContents: [] };
    await assert.rejects(
      dryRun(),
      /template\.yaml:20: step second: settings, cpu: the module has no such variable$/,
    );
  });

  it('points at the output, if the steps alone work', async () => {
    answerTo = ({ template }) =>
      template.spec.output?.links
        ? { status: 400, error: { message: 'filter not found: url' } }
        : { status: 200, log: [], directoryContents: [] };
    await assert.rejects(
      dryRun(),
      /template\.yaml:24: the output: filter not found: url$/,
    );
  });

  for (const [what, output, message] of [
    [
      'a link that leads nowhere',
      {
        links: [
          { title: 'The catalog', url: '/catalog' },
          { title: 'The rollout' },
        ],
      },
      /template\.yaml:28: the output: the link "The rollout" leads nowhere: /,
    ],
    [
      'an expression that the scaffolder has left as it is',
      {
        links: [{ title: 'The rollout', url: '${{ steps.third.output.url }}' }],
      },
      /template\.yaml:28: the output: correct this expression, which cannot be evaluated: \$\{\{ steps\.third\.output\.url \}\}$/,
    ],
    [
      'one elsewhere in the output',
      { address: '${{ steps.third.output.url }}' },
      /template\.yaml:24: the output: correct this expression, which cannot be evaluated: /,
    ],
  ]) {
    it(`points at ${what}`, async () => {
      answerWith(output);
      await assert.rejects(dryRun(), message);
    });
  }

  it('takes what people type for no expression', async () => {
    answerWith({
      links: [{ title: '${{ x }}', url: 'https://a.test/${{ x }}' }],
    });
    assert.deepEqual((await dryRun()).log, []);
  });

  it('points at the first step, if that fails', async () => {
    answerTo = () => ({ status: 500, error: { message: 'It is broken' } });
    await assert.rejects(
      dryRun(),
      /template\.yaml:14: step first: It is broken$/,
    );
  });
});

describe('a template for services that are there', () => {
  const folder = temporaryFolder('template-test');
  const asked = [];
  let server;
  let status = 'completed';

  before(async () => {
    const write = (path, written) => {
      mkdirSync(join(folder.path, path, '..'), { recursive: true });
      writeFileSync(join(folder.path, path), written);
    };
    write('make/template.yaml', text);
    write('change/template.yaml', text);
    write('change/values.yaml', 'name: orders\n');
    write(
      'change/examples/service.yaml',
      'template: make\nvalues: { name: before }\n',
    );
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) {
        body += chunk;
      }
      const { values, templateRef } = body ? JSON.parse(body) : {};
      const path = request.url.replace('/api/scaffolder/v2', '');
      asked.push([path, templateRef ?? values?.name].join(' ').trim());
      const encoded = Buffer.from(values?.name ?? '').toString('base64');
      const answers = {
        '/tasks': [201, { id: '1' }],
        '/tasks/1': [200, { status }],
        '/tasks/1/events?after=0': [200, [{ body: { message: 'It broke' } }]],
        '/dry-run': [
          200,
          {
            log: [],
            directoryContents: [{ path: values?.name, base64Content: encoded }],
          },
        ],
      };
      const [code, answer] = answers[path] ?? [
        200,
        { backstageIdentity: { token: 'guest' } },
      ];
      response.writeHead(code).end(JSON.stringify(answer));
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  });

  after(() => {
    server.close();
    folder.remove();
  });

  const dryRun = host =>
    dryRunTemplate({
      backendUrl: `http://${host}:${server.address().port}`,
      directory: join(folder.path, 'change'),
      valuesFile: join(folder.path, 'change', 'values.yaml'),
    });

  it('is run once the service is made, and only once', async () => {
    const { files, whole } = await dryRun('127.0.0.1');
    assert.deepEqual(Object.keys(files), ['orders']);
    assert.deepEqual(Object.keys(whole), ['before', 'orders']);
    await dryRun('127.0.0.1');
    assert.equal(asked.filter(one => one.startsWith('/tasks ')).length, 1);
    assert.ok(asked.includes('/tasks template:default/make'));
  });

  it('says why the service could not be made', async () => {
    status = 'failed';
    await assert.rejects(
      dryRun('localhost'),
      /service\.yaml: the service could not be made by make: It broke$/,
    );
  });

  it('commits in the sandbox cloud, and rolls out from there', () => {
    const step = (id, action) => ({ id, action, input: { kept: id } });
    const { spec } = asInSandbox({
      spec: {
        steps: [
          step('service', 'soa:service:read'),
          step('publish', 'publish:github:pull-request'),
          step('rollout', 'soa:rollout:start'),
        ],
      },
    });
    assert.deepEqual(spec.steps, [
      step('service', 'soa:service:read'),
      {
        id: 'publish',
        action: 'sandbox:repository:commit',
        input: { name: '${{ steps.service.output.name }}' },
      },
      {
        id: 'rollout',
        action: 'soa:rollout:start',
        input: {
          kept: 'rollout',
          sourceUrl:
            '${{ steps.service.output.remoteUrl }}/archive/newest.tar.gz',
        },
      },
    ]);
  });
});

describe('unfamiliarValues', () => {
  const list = {
    ...unfamiliarValues,
    known: [{ attribute: 'ssl_policy', value: 'ELBSecurityPolicy-New' }],
  };
  const diagnostic = {
    severity: 'warning',
    summary: 'Unfamiliar value for ssl_policy',
    detail: '"ELBSecurityPolicy-New" is not among the values an older …',
  };

  it('lets by what is listed, and nothing else', () => {
    assert.equal(list.allow(diagnostic), true);
    for (const other of [
      { severity: 'error' },
      { summary: 'Unfamiliar value for protocol' },
      { summary: 'Deprecated attribute' },
      { detail: '"ELBSecurityPolicy-Neu" is not among the values an older …' },
      { detail: undefined },
    ]) {
      assert.equal(list.allow({ ...diagnostic, ...other }), false);
    }
  });

  it('names where AWS says of each that it takes it', () => {
    for (const { attribute, value, source } of unfamiliarValues.known) {
      assert.ok(attribute && value);
      assert.match(source, /^https:\/\//);
    }
  });
});
