import { describe, expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import { logDirsOutput } from './logDirs';

const two = { partitions: 2, logDirectories: 2 };

describe('what kafka-log-dirs.sh prints', () => {
  it('has a line for each broker, with the directory of each of its replicas', () => {
    const lines = logDirsOutput(startCluster(two).world).output.split('\n');
    expect(lines.map((line) => JSON.parse(line).broker)).toEqual([1, 2, 3]);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      broker: 1,
      logDirs: [
        { logDir: '/d1', error: null, partitions: [held('orders-0')] },
        { logDir: '/d2', error: null, partitions: [held('orders-1')] },
      ],
    });
  });

  it('names the error of a directory that has failed, and nothing in it', () => {
    const { world } = startCluster(two).failLogDirectory(1, 'd1').settle();
    const [first = ''] = logDirsOutput(world).output.split('\n');
    expect(JSON.parse(first).logDirs[0]).toEqual({
      logDir: '/d1',
      error: 'org.apache.kafka.common.errors.KafkaStorageException',
      partitions: [],
    });
  });

  it('is nothing as long as a broker is silent that is not fenced', () => {
    const crashed = startCluster(two).crash(1);
    expect(logDirsOutput(crashed.world).output).toContain('TimeoutException');
    expect(logDirsOutput(crashed.settle().world).output.split('\n')).toHaveLength(2);
  });
});

function held(partition: string) {
  return { partition, offsetLag: 0, isFuture: false };
}
