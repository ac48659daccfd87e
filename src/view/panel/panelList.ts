import {
  Activity,
  BadgeCheck,
  Mail,
  Search,
  ScrollText,
  SquareTerminal,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { PanelName } from '../../store/subject';

/** A panel at the side: its name, and how to fetch what is in it. */
export interface Panel {
  readonly name: PanelName;
  readonly word: string;
  readonly icon: LucideIcon;
  /** Null: it comes with the page. */
  readonly load: (() => Promise<ComponentType>) | null;
}

/** In the order of their tabs. */
export const PANELS: readonly Panel[] = [
  { name: 'events', word: 'Events', icon: Activity, load: null },
  {
    name: 'inspect',
    word: 'Inspect',
    icon: Search,
    load: async () => (await import('../inspector/InspectorPanel')).InspectorPanel,
  },
  {
    name: 'wire',
    word: 'Wire',
    icon: Mail,
    load: async () => (await import('../wire/WirePanel')).WirePanel,
  },
  {
    name: 'records',
    word: 'Records',
    icon: ScrollText,
    load: async () => (await import('../records/RecordsPanel')).RecordsPanel,
  },
  {
    name: 'promises',
    word: 'Promises',
    icon: BadgeCheck,
    load: async () => (await import('../promises/PromisesPanel')).PromisesPanel,
  },
  {
    name: 'tools',
    word: 'Tools',
    icon: SquareTerminal,
    load: async () => (await import('../tools/ToolsPanel')).ToolsPanel,
  },
];
