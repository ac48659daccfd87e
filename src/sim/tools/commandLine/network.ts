import type { CutLink, HealLink, NetworkCommand } from '../../command/network';
import { script } from './line';
import type { CommandLine } from './line';

/** What cuts and heals links on real machines: the packet filter of Linux. */
export function networkLine(command: NetworkCommand): CommandLine {
  switch (command.type) {
    case 'cutLink':
      return filter(command, '-A');
    case 'healLink':
      return filter(command, '-D');
    case 'healAllLinks':
      return script('On every machine. It drops all rules.', 'iptables -F');
    default:
      return command satisfies never;
  }
}

function filter({ from, to, bothWays }: CutLink | HealLink, option: '-A' | '-D'): CommandLine {
  const lines = [`iptables ${option} OUTPUT -d ${to} -j DROP`];
  if (bothWays) lines.push(`iptables ${option} INPUT -s ${to} -j DROP`);
  return script(`On the machine of ${from}.`, ...lines);
}
