import { z } from 'zod';
import { text } from '../json-api';
import type { ApiResource } from '../json-api';
import type { HcpTerraformPolicyResult } from './HcpTerraformPolicyResult';

// The three kinds count under different names; what is not there counts nothing.
const numbersSchema = z.record(z.string(), z.unknown()).catch({});

export function toPolicyResult(
  resource: ApiResource,
  kind: HcpTerraformPolicyResult['kind'],
): HcpTerraformPolicyResult {
  const { attributes } = resource;
  const counts = numbersSchema.parse(
    attributes['result-count'] ?? attributes.result,
  );
  const sum = (...names: string[]) =>
    names
      .map(name => counts[name])
      .filter(count => typeof count === 'number')
      .reduce((total, count) => total + count, 0);
  return {
    id: resource.id,
    kind: text(resource, 'policy-kind') === 'sentinel' ? 'sentinel' : kind,
    status: text(resource, 'status') ?? 'unknown',
    passed: sum('passed'),
    advisoryFailed: sum('advisory-failed'),
    mandatoryFailed: sum('mandatory-failed', 'hard-failed', 'soft-failed'),
    errored: sum('errored'),
  };
}
