import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first page of a file loads its modules, which takes its time on a machine
// that is busy with other tests.
configure({ asyncUtilTimeout: 20_000 });
