import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine takes its time to load what comes later.
configure({ asyncUtilTimeout: 20_000 });

afterEach(cleanup);

// Nothing is laid out here, so nothing can be seen to move.
Object.assign(Element.prototype, { animate: () => ({ pause: () => {}, cancel: () => {} }) });
