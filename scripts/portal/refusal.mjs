/** Something that people can mend: its message is one sentence with the remedy. */
export class Refusal extends Error {}
