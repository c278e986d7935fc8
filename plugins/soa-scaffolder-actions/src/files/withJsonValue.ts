import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import { isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Pair, YAMLMap } from 'yaml';

/**
 * The text of a JSON file with another value at a path, and all else as it is, byte
 * for byte: people write these files, too.
 *
 * @param path - keys of objects; the last may be new, and the others are there
 * @param value - `undefined` takes nothing away and changes nothing
 * @throws InputError if it is no JSON, or has no such path
 */
export function withJsonValue(
  text: string,
  path: readonly string[],
  value: unknown,
): string {
  const before = JSON.parse(text);
  if (value === undefined || isDeepStrictEqual(valueAt(before, path), value)) {
    return text;
  }
  // JSON is YAML, whose parser tells where everything is.
  const document = parseDocument(text, { version: '1.2', schema: 'json' });
  const key = path[path.length - 1];
  const parent =
    path.length > 1
      ? document.getIn(path.slice(0, -1), true)
      : document.contents;
  if (!isMap(parent)) {
    throw new InputError(`There is no ${path.slice(0, -1).join('.')} in it`);
  }
  const pair = parent.items.find(
    item => isScalar(item.key) && item.key.value === key,
  );
  const changed = pair
    ? replaced(text, pair, value)
    : inserted(text, parent, key, value);
  JSON.parse(changed);
  return changed;
}

function replaced(text: string, pair: Pair, value: unknown): string {
  const [start, end] = rangeOf(pair.value);
  return `${text.slice(0, start)}${written(
    value,
    indentationAt(text, rangeOf(pair.key)[0]),
  )}${text.slice(end)}`;
}

function inserted(
  text: string,
  parent: YAMLMap,
  key: string,
  value: unknown,
): string {
  const last = parent.items[parent.items.length - 1];
  if (!last) {
    const [start, end] = rangeOf(parent);
    const outer = indentationAt(text, start);
    return `${text.slice(0, start)}${written(
      { [key]: value },
      outer,
    )}${text.slice(end)}`;
  }
  const [keyStart] = rangeOf(last.key);
  const end = rangeOf(last.value)[1];
  const indentation = indentationAt(text, keyStart);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const isOnOwnLine = /\n\s*$/.test(text.slice(0, keyStart));
  const gap = isOnOwnLine ? `${newline}${indentation}` : ' ';
  return `${text.slice(0, end)},${gap}${JSON.stringify(key)}: ${written(
    value,
    indentation,
  )}${text.slice(end)}`;
}

function written(value: unknown, indentation: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll(
    '\n',
    `\n${indentation}`,
  );
}

/** The white space that the line of an offset begins with. */
function indentationAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^\s*/.exec(line)![0];
}

function rangeOf(node: unknown): [number, number] {
  const range = isNode(node) && !isPair(node) ? node.range : undefined;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}
