import type { EffectContext } from '../EffectContext';

/** Where the service is called: by its name in the zone of its environment. */
export function urlOf({ service, environment }: EffectContext): string {
  return `https://${service}.${environment}.acme.example`;
}
