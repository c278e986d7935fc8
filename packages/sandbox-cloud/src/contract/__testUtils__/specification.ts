import { ApiSpecification } from './ApiSpecification';
import type { Exchange } from './RecordingProxy';

const file = process.env.SOA_HCP_TERRAFORM_OPENAPI;

/** Of tests that need HashiCorp's specification. */
export const describeOnSpecification = file ? describe : describe.skip;

/**
 * What is wrong with some exchanges, each said once. Of archives, plans and logs the
 * specification says only where they are.
 */
export function problemsOf(exchanges: readonly Exchange[]): string[] {
  const api = new ApiSpecification(file!);
  const ofTheApi = exchanges.filter(({ path }) => path.startsWith('/api/v2/'));
  return [...new Set(ofTheApi.flatMap(one => api.problemsOf(one)))];
}
