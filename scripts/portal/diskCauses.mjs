/** What a disk does to any program, told from its output; for `diagnose`. */
export const diskCauses = [
  {
    // Linux says that there is no space where it means something else.
    pattern: /file watchers reached/,
    sentence:
      'The system watches no more files: raise its limit ("sudo sysctl fs.inotify.max_user_watches=524288") and try again.',
  },
  {
    pattern:
      /\bENOSPC\b|\bEDQUOT\b|no space left on device|disk quota exceeded|database or disk is full|SQLITE_FULL/i,
    sentence: 'The disk is full: free some space and try again.',
  },
  {
    pattern: /\bEROFS\b|read-only file system|SQLITE_READONLY/i,
    sentence:
      'The disk cannot be written to: put the repository on one that can, and try again.',
  },
];
