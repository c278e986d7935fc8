import type {
  PlacementRequest,
  PlacementStage,
  Runtime,
} from '@backstage-soa/plugin-soa-common';
import type { ServiceFacts } from '../service';

/**
 * What the form asks for, as far as it is filled in.
 *
 * @param service - that is there and is given more placements
 */
export function toRequest(
  formData: Readonly<Record<string, unknown>>,
  runtime: Runtime,
  stages: PlacementStage[],
  service?: ServiceFacts,
): PlacementRequest | undefined {
  if (service) {
    return stages.length > 0 ? { ...service, stages, adds: true } : undefined;
  }
  const { name, owner } = formData;
  return typeof name === 'string' &&
    typeof owner === 'string' &&
    name &&
    owner &&
    stages.length > 0
    ? { name, owner, runtime, stages }
    : undefined;
}
