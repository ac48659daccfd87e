import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { MotionGlobalConfig } from 'framer-motion';
import { afterEach } from 'vitest';

// Animations that a person causes end at once, so that a test never waits for one.
MotionGlobalConfig.skipAnimations = true;

// A busy machine takes its time to load what comes later.
configure({ asyncUtilTimeout: 5_000 });

afterEach(cleanup);
