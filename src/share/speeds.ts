/** Story seconds for each second that passes: the choices there are. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4, 8];
