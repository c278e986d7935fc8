import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

const modules = resolve(__dirname, '../../../../terraform/modules');

const documents = parseAllDocuments(
  readFileSync(join(modules, 'runtime-platform/cluster/access.yaml'), 'utf8'),
).map(document => document.toJSON());

const rulesOf = (role: string): Array<Record<string, string[]>> =>
  documents.find(
    ({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === role,
  ).rules;

const resourcesOf = (role: string) =>
  rulesOf(role).flatMap(({ resources }) => resources);

const plural = (kind: string) =>
  kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;

/** What the module for services on EKS makes in the cluster. */
function resourcesOfModule(): string[] {
  const source = readdirSync(join(modules, 'eks'))
    .filter(name => name.endsWith('.tf'))
    .map(name => readFileSync(join(modules, 'eks', name), 'utf8'))
    .join('\n');
  const typed = source.matchAll(/^resource "kubernetes_(\w+)_v\d" /gm);
  const manifests = source.matchAll(/^ {4}kind +"?= "(\w+)"$/gm);
  return [
    ...[...typed].map(([, type]) => plural(type.replaceAll('_', ''))),
    ...[...manifests].map(([, kind]) => plural(kind.toLowerCase())),
  ].sort();
}

describe('rights of runs in a cluster', () => {
  it('are those that the module for services on EKS needs', () => {
    const made = resourcesOfModule();
    expect(made).toEqual(expect.arrayContaining(['deployments', 'httproutes']));
    expect([...new Set(made)]).toEqual([...resourcesOf('soa-apply')].sort());
    expect(resourcesOf('soa-plan')).toEqual(expect.arrayContaining(made));
  });

  it('change nothing in a plan, and reach no secrets', () => {
    for (const { verbs } of rulesOf('soa-plan')) {
      expect(verbs).toEqual(['get', 'list', 'watch']);
    }
    for (const role of ['soa-plan', 'soa-apply']) {
      const resources = resourcesOf(role).join();
      expect(resources).not.toMatch(/secrets|\*|pods|role|impersonate/);
    }
  });

  it('are bound to the groups of the access entries', () => {
    const groups = (name: string) =>
      documents
        .find(
          ({ kind, metadata }) =>
            kind === 'ClusterRoleBinding' && metadata.name === name,
        )
        .subjects.map((subject: { name: string }) => subject.name);
    expect(groups('soa-plan')).toEqual(['soa-plan', 'soa-apply']);
    expect(groups('soa-apply')).toEqual(['soa-apply']);
    expect(
      readFileSync(join(modules, 'account-baseline/eks.tf'), 'utf8'),
    ).toContain('kubernetes_groups = ["soa-${each.value.phase}"]');
  });
});
