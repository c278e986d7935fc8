import { createRequire } from 'node:module';
import { TemplateError } from './TemplateError.mjs';

const require = createRequire(import.meta.url);

/**
 * Holds values against a template's form, as the scaffolder does.
 *
 * @param source - a TemplateSource
 * @throws TemplateError that says of which parameter
 */
export function refuseInvalid(source, values) {
  // The one that the scaffolder has: another could take what it refuses.
  const { validate } = createRequire(
    require.resolve('@backstage/plugin-scaffolder-backend/package.json'),
  )('jsonschema');
  for (const page of [source.entity.spec.parameters ?? []].flat()) {
    refuseErrors(source, validate(values, page).errors);
  }
}

/** @throws TemplateError of the first of the scaffolder's errors, if there is one */
export function refuseErrors(source, [error]) {
  if (error) {
    const { path = [], stack, message } = error;
    throw new TemplateError(
      source.ofParameter(path[0] ?? /"(\w+)"/.exec(message)?.[1]),
      stack ?? message,
    );
  }
}
