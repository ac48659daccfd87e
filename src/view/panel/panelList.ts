import {
  Activity,
  BadgeCheck,
  GraduationCap,
  Mail,
  Search,
  ScrollText,
  SquareTerminal,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { PanelName } from '../../share/subject';

/** A panel at the side: its name, and how to fetch what is in it. */
export interface Panel {
  readonly name: PanelName;
  readonly word: string;
  readonly icon: LucideIcon;
  /** Null: it comes with the page. */
  readonly load: (() => Promise<ComponentType>) | null;
}

/** The panel that comes with the page. */
export const EVENTS_PANEL: Panel = { name: 'events', word: 'Events', icon: Activity, load: null };

/** In front of the others while a lesson is taken. */
export const LESSON_PANEL: Panel = {
  name: 'lesson',
  word: 'Lesson',
  icon: GraduationCap,
  load: async () => (await import('../lesson/loadLessonPages')).loadLessonPanel(),
};

/** In the order of their tabs. */
export const PANELS: readonly Panel[] = [
  EVENTS_PANEL,
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
