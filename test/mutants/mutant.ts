/** A planted fault: one module of src/sim with some of its functions replaced. */
export interface Mutant {
  readonly name: string;
  /** Below src/sim, without its ending. */
  readonly module: string;
  /** A few random scripts are enough to notice it. */
  readonly isBlatant: boolean;
  /** The module to put in the place of the real one. */
  readonly replace: (importOriginal: ImportOriginal) => Promise<object>;
}

type ImportOriginal = <Module>() => Promise<Module>;

interface Fault<Module> {
  readonly isBlatant?: boolean;
  /** The functions to put in the place of the real ones. */
  readonly plant: (real: Module) => Partial<Module>;
}

/** A fault in a module whose type is given. */
export function mutant<Module extends object>(
  name: string,
  module: string,
  { isBlatant = false, plant }: Fault<Module>,
): Mutant {
  const replace = async (importOriginal: ImportOriginal): Promise<object> => {
    const real = await importOriginal<Module>();
    return { ...real, ...plant(real) };
  };
  return { name, module, isBlatant, replace };
}
