/** Keeps to itself that Node 18 calls `fetch` an experiment. */
export function hideExperimentalWarnings() {
  process.removeAllListeners('warning');
  process.on('warning', warning => {
    if (warning.name !== 'ExperimentalWarning') {
      console.error(warning.stack);
    }
  });
}
