import { TemplateError } from './TemplateError.mjs';

/**
 * Holds what a dry run has put out against what the template says: the scaffolder
 * leaves an expression that it cannot evaluate as it is, and calls that no error.
 *
 * @param source - a TemplateSource
 * @throws TemplateError that says of which link or text
 */
export function refuseBrokenOutput(source, output = {}) {
  const expressions = textsIn(source.entity.spec.output).filter(text =>
    text.includes('${{'),
  );
  const { links = [], text = [], ...others } = output;
  for (const item of [...links, ...text, others]) {
    const broken = textsIn(item).find(one => expressions.includes(one));
    if (broken !== undefined) {
      throw new TemplateError(
        source.ofOutput(item.title),
        `the output: correct this expression, which cannot be evaluated: ${broken}`,
      );
    }
  }
  const empty = links.find(({ url, entityRef }) => !url && !entityRef);
  if (empty) {
    throw new TemplateError(
      source.ofOutput(empty.title),
      `the output: the link "${empty.title}" leads nowhere: correct its expression, or give it an if`,
    );
  }
}

function textsIn(value) {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsIn)
    : [];
}
