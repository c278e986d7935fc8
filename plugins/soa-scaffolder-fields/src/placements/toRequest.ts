import type {
  PlacementRequest,
  PlacementStage,
  Runtime,
} from '@backstage-soa/plugin-soa-common';

/** What the form asks for, as far as it is filled in. */
export function toRequest(
  formData: Readonly<Record<string, unknown>>,
  runtime: Runtime,
  stages: PlacementStage[],
): PlacementRequest | undefined {
  const { name, owner } = formData;
  return typeof name === 'string' &&
    typeof owner === 'string' &&
    name &&
    owner &&
    stages.length > 0
    ? { name, owner, runtime, stages }
    : undefined;
}
