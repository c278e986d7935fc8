import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import type { Placement } from '@backstage-soa/plugin-soa-common';
import { isMap, isScalar, isSeq, stringify } from 'yaml';
import type { YAMLSeq } from 'yaml';
import { componentDocument } from './componentDocument';

const BY_HAND =
  'add the placements to spec.placements of the file yourself, then run this again';

/**
 * The text of a `catalog-info.yaml` with more entries at the end of a component's
 * `spec.placements`. All else stays as it is, byte for byte: what people have written
 * there is theirs.
 *
 * @throws InputError if there is no list to add them to
 */
export function withPlacements(
  text: string,
  name: string,
  added: readonly Placement[],
): string {
  if (added.length === 0) {
    return text;
  }
  const document = componentDocument(text, name);
  const list = document?.getIn(['spec', 'placements'], true);
  if (!document || !isSeq(list) || !list.range) {
    throw new InputError(
      `catalog-info.yaml: ${
        document
          ? 'spec.placements is no list that can be added to'
          : `there is no component ${name} in it, or it is no YAML`
      }: ${BY_HAND}`,
    );
  }
  const entries = added.map(entryOf);
  const changed = list.flow
    ? inFlow(text, list, entries)
    : inBlock(text, list, entries);
  const before = document.toJS();
  const after = componentDocument(changed, name)?.toJS();
  const wanted = {
    ...before,
    spec: {
      ...before.spec,
      placements: [...before.spec.placements, ...entries],
    },
  };
  if (!isDeepStrictEqual(after, wanted)) {
    throw new InputError(
      `catalog-info.yaml: spec.placements is written in a way that cannot be added to: ${BY_HAND}`,
    );
  }
  return changed;
}

function entryOf(placement: Placement): Placement {
  const { environment, account, region, runtime, cell, workspace } = placement;
  return {
    environment,
    account,
    region,
    runtime,
    ...(cell && { cell }),
    ...(workspace && { workspace }),
  };
}

/** `[{…}, {…}]`, on one line or on several. */
function inFlow(
  text: string,
  list: YAMLSeq,
  entries: readonly Placement[],
): string {
  const written = entries.map(entry =>
    stringify(entry, {
      collectionStyle: 'flow',
      defaultKeyType: 'PLAIN',
      defaultStringType: 'QUOTE_DOUBLE',
      flowCollectionPadding: false,
      lineWidth: 0,
    }).trim(),
  );
  const items = list.items.map(rangeOf);
  const last = items[items.length - 1];
  if (!last) {
    const [start, end] = list.range!;
    return splice(text, start, end, `[${written.join(', ')}]`);
  }
  const between =
    items.length > 1
      ? text.slice(items[items.length - 2].end, last.start)
      : beforeOnly(text.slice(list.range![0] + 1, last.start));
  // What is between two entries may have comments in it, which are not repeated.
  const separator = /^\s*,\s*$/.test(between) ? between : ', ';
  return splice(
    text,
    last.end,
    last.end,
    written.map(entry => `${separator}${entry}`).join(''),
  );
}

/** The one entry of a list may have a line of its own. */
function beforeOnly(indentation: string): string {
  return /^\s*\n\s*$/.test(indentation) ? `,${indentation}` : ', ';
}

/** `- environment: …`, one below the other. */
function inBlock(
  text: string,
  list: YAMLSeq,
  entries: readonly Placement[],
): string {
  const last = list.items[list.items.length - 1];
  const { start, end } = rangeOf(last);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [, indentation, gap] = /^(\s*)-(\s+)/.exec(line) ?? ['', '', ' '];
  const isFlow = isMap(last) && last.flow;
  const written = entries
    .map(entry =>
      (isFlow
        ? stringify(entry, { collectionStyle: 'flow', lineWidth: 0 })
        : stringify(entry, { lineWidth: 0 })
      )
        .trimEnd()
        .split('\n')
        .map((one, index) =>
          index === 0
            ? `${indentation}-${gap}${one}`
            : `${indentation} ${gap.replace(/\S/g, ' ')}${one}`,
        )
        .join(newline),
    )
    .join(newline);
  // After a comment on the entry's last line, too.
  const next = text.indexOf('\n', end - 1);
  return next < 0
    ? `${text}${newline}${written}${newline}`
    : splice(text, next + 1, next + 1, `${written}${newline}`);
}

function rangeOf(node: unknown): { start: number; end: number } {
  const range =
    isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

function splice(text: string, start: number, end: number, put: string): string {
  return `${text.slice(0, start)}${put}${text.slice(end)}`;
}
