import { Refusal } from '../portal/refusal.mjs';

/** A template that does not do, with the line on which to look. */
export class TemplateError extends Refusal {
  /** @param place - `path:line` */
  constructor(place, message) {
    super(`${place}: ${message}`);
    this.name = 'TemplateError';
  }
}
