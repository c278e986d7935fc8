import { ApiSpecification } from './ApiSpecification';
import type { Exchange } from './RecordingProxy';

const file = process.env.SOA_HCP_TERRAFORM_OPENAPI;

/** Of tests that need HashiCorp's specification. */
export const describeOnSpecification = file ? describe : describe.skip;

/** What is wrong with some exchanges, each said once. */
export function problemsOf(exchanges: readonly Exchange[]): string[] {
  const api = new ApiSpecification(file!);
  return [...new Set(exchanges.flatMap(one => api.problemsOf(one)))];
}
