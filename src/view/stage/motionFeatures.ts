// In a file of its own, so that import() can split it from the first load.
import { domMin } from 'framer-motion';

export const motionFeatures = domMin;
