const FREE = -1;
const FIRST_CAPACITY = 1024;
const TWO_TO_32 = 2 ** 32;

/**
 * Packed states in the order in which they were found, each once. So it is at the same time the
 * set of what is known, the queue of a search breadth first, and the way back from each state.
 */
export class StateTable {
  /** How many states are known. They are counted from 0. */
  count = 0;
  private quorums = new Int32Array(FIRST_CAPACITY);
  private replicas = new Float64Array(FIRST_CAPACITY);
  private parents = new Int32Array(FIRST_CAPACITY);
  /** Indexes of states by their hash, open addressing, at most half full. */
  private slots = new Int32Array(2 * FIRST_CAPACITY).fill(FREE);

  /** Whether the state was new. */
  add(quorumCode: number, replicasCode: number, parent: number): boolean {
    const slot = this.slotOf(quorumCode, replicasCode);
    if (this.slots[slot] !== FREE) return false;
    this.slots[slot] = this.count;
    this.quorums[this.count] = quorumCode;
    this.replicas[this.count] = replicasCode;
    this.parents[this.count] = parent;
    this.count++;
    if (this.count === this.quorums.length) this.grow();
    return true;
  }

  /** The first number of a state. */
  quorumCode(index: number): number {
    return this.quorums[index] ?? FREE;
  }

  /** The second number of a state. */
  replicasCode(index: number): number {
    return this.replicas[index] ?? FREE;
  }

  /** The states on the way to one, from the first on. */
  wayTo(index: number): readonly number[] {
    const way: number[] = [];
    for (let on = index; on >= 0; on = this.parents[on] ?? FREE) way.push(on);
    return way.toReversed();
  }

  private slotOf(quorumCode: number, replicasCode: number): number {
    const mask = this.slots.length - 1;
    let slot = hash(quorumCode, replicasCode) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const index = this.slots[slot] ?? FREE;
      if (index === FREE) return slot;
      if (this.quorums[index] === quorumCode && this.replicas[index] === replicasCode) return slot;
    }
  }

  private grow(): void {
    const capacity = 2 * this.count;
    const { quorums, replicas, parents } = this;
    this.quorums = new Int32Array(capacity);
    this.replicas = new Float64Array(capacity);
    this.parents = new Int32Array(capacity);
    this.quorums.set(quorums);
    this.replicas.set(replicas);
    this.parents.set(parents);
    this.slots = new Int32Array(2 * capacity).fill(FREE);
    for (let index = 0; index < this.count; index++) {
      this.slots[this.slotOf(this.quorumCode(index), this.replicasCode(index))] = index;
    }
  }
}

function hash(quorumCode: number, replicasCode: number): number {
  const high = Math.floor(replicasCode / TWO_TO_32);
  const low = replicasCode | 0;
  let mixed = Math.imul(quorumCode, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ low, 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}
