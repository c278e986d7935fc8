/** Files by their path, which is relative and uses `/`. */
export type FileTree = Record<string, string>;
