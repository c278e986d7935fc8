import { LineCounter, isMap, isPair, isSeq, parseDocument, visit } from 'yaml';
import { TemplateError } from './TemplateError.mjs';

/** A template's YAML, with the lines on which its parts are. */
export class TemplateSource {
  #document;
  #lines = new LineCounter();

  /** @param path - as people are told of it */
  constructor(path, text) {
    this.path = path;
    this.#document = parseDocument(text, { lineCounter: this.#lines });
    const [error] = this.#document.errors;
    if (error) {
      throw new TemplateError(
        `${path}:${error.linePos?.[0].line ?? 1}`,
        error.message,
      );
    }
    this.entity = this.#document.toJS();
  }

  /** @returns `path:line` of the parameter, or of all parameters */
  ofParameter(name) {
    let found;
    visit(this.#document.getIn(['spec', 'parameters']), {
      Pair: (_, pair) => {
        if (pair.key?.value === 'properties' && isMap(pair.value)) {
          const property = pair.value.items.find(
            ({ key }) => key.value === name,
          );
          found ??= property?.key;
        }
      },
    });
    return this.#at(found ?? this.#keyOf(['spec'], 'parameters'));
  }

  /**
   * @param field - the input that the error names, `settings` or `placements.0.key`
   * @returns `path:line` of a step, or of what it is about
   */
  ofStep(index, field) {
    const step = this.#document.getIn(['spec', 'steps', index]);
    let node = step;
    for (const name of ['input', ...(field?.split(/[.[]/) ?? [])]) {
      const inside = isPair(node) ? node.value : node;
      const next = isMap(inside)
        ? inside.items.find(({ key }) => key.value === name)
        : undefined;
      if (!next) {
        break;
      }
      node = next;
    }
    return this.#at(
      isPair(node) && node.key.value !== 'input' ? node.key : step,
    );
  }

  /** @returns `path:line` of the output, or of its link or text of that title */
  ofOutput(title) {
    let found;
    visit(this.#document.getIn(['spec', 'output']), {
      Map: (_, map) => {
        if (title !== undefined && map.get('title') === title) {
          found ??= map;
        }
      },
    });
    return this.#at(found ?? this.#keyOf(['spec'], 'output'));
  }

  #keyOf(path, name) {
    const map = this.#document.getIn(path);
    return isMap(map)
      ? map.items.find(({ key }) => key.value === name)?.key
      : undefined;
  }

  #at(node) {
    const offset = (isSeq(node) || isMap(node) ? node : node)?.range?.[0] ?? 0;
    return `${this.path}:${this.#lines.linePos(offset).line}`;
  }
}
