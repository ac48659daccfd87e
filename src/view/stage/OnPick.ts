import type { PanelName, Subject } from '../../share/subject';

/** Something on the stage was picked; with a panel, it is to be shown in there. */
export type OnPick = (subject: Subject, panel?: PanelName) => void;
