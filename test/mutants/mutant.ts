/** A planted fault: modules of src/sim with some of their functions replaced. */
export interface Mutant {
  readonly name: string;
  readonly parts: readonly Part[];
  /** The promise that is there to notice it; null: one that some other test is there for. */
  readonly meant: string | null;
  /** A few random scripts are enough to notice it. */
  readonly isBlatant: boolean;
}

/** One module of a fault. */
export interface Part {
  /** Below src/sim, without its ending. */
  readonly module: string;
  /** The module to put in the place of the real one. */
  readonly replace: (importOriginal: ImportOriginal) => Promise<object>;
}

type ImportOriginal = <Module>() => Promise<Module>;

interface Fault<Module> {
  readonly meant?: string;
  readonly isBlatant?: boolean;
  /** The functions to put in the place of the real ones. */
  readonly plant: (real: Module) => Partial<Module>;
}

/** A fault in a module whose type is given. */
export function mutant<Module extends object>(
  name: string,
  module: string,
  { meant, isBlatant = false, plant }: Fault<Module>,
): Mutant {
  return { name, parts: [part(module, plant)], meant: meant ?? null, isBlatant };
}

/** A module, and what is put in the place of its functions. */
export function part<Module extends object>(
  module: string,
  plant: (real: Module) => Partial<Module>,
): Part {
  const replace = async (importOriginal: ImportOriginal): Promise<object> => {
    const real = await importOriginal<Module>();
    return { ...real, ...plant(real) };
  };
  return { module, replace };
}
