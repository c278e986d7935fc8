import { componentDocument } from './componentDocument';

/** `spec.placements` of a component, as people have written it in its file. */
export function declaredIn(text: string, name: string): unknown {
  return componentDocument(text, name)?.toJS()?.spec?.placements;
}
