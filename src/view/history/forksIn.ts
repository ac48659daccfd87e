import { type Branch, branchesOf, type Recording, storyAt } from '../../timeline/recording';

/** A branch and where it begins on the line that is shown, in story seconds. */
interface Fork extends Branch {
  readonly story: number;
}

/**
 * The forks along the branch that is shown, up to its beginning: where it and its parents left
 * others, and where others leave them.
 */
export function forksIn(recording: Recording, shown: Branch): readonly Fork[] {
  const branches = branchesOf(recording);
  const forks: Branch[] = [];
  let line: Branch | undefined = shown;
  let until = Infinity;
  while (line) {
    const { id, parent, forkedAt }: Branch = line;
    forks.push(...branches.filter((each) => each.parent === id && each.forkedAt <= until));
    if (id === shown.id && parent !== null) forks.push(line);
    until = Math.min(until, forkedAt);
    line = branches.find((each) => each.id === parent);
  }
  const known = new Map(forks.map((branch) => [branch.id, branch]));
  return [...known.values()].map((branch) => ({
    ...branch,
    story: storyAt(recording, branch.forkedAt),
  }));
}
