import type { Command } from '../sim/command';
import type { Settings } from '../sim/config';
import type { PartitionId } from '../sim/ids';
import type { Refusal } from '../sim/refusal/refuse';
import type { SettingsProblem } from '../sim/settingsProblems';
import type { Engine } from '../timeline/engine';
import type { Drive } from '../lessons/drive';
import type { SpokenLesson } from '../lessons/lesson';
import type { Scene } from '../lessons/scene';
import type { LessonRun } from '../lessons/lessonRun';
import type { Score } from '../lessons/score';
import type { Recording } from '../timeline/recording';
import type { Scenario } from '../timeline/scenario';
import type { Parameters, Ui } from '../share/parameters';
import type { Leafing } from './leafing';
import type { Presenting } from './presenting';
import type { PanelName, Subject } from '../share/subject';

/** One instance of the visualizer: what it shows, and what can be done with it. */
export type HighwaterState = Playback &
  EngineState &
  Choices &
  PutAside &
  LessonState &
  ScoreState &
  Given &
  Actions;

/** Which moment of which recording is shown, and how it goes on. */
export interface Playback {
  readonly recording: Recording;
  /** Story seconds. */
  readonly playhead: number;
  /** The frame at the playhead; components select from the frame, not from the playhead. */
  readonly frameIndex: number;
  readonly playing: boolean;
  /**
   * A person pressed play at a settled end: story second up to which playing goes on though
   * nothing happens. Null otherwise.
   */
  readonly idlesUntil: number | null;
  /** Story second up to which this branch has been looked at. */
  readonly shownUntil: number;
  /** Why the last change came to nothing: the simulation failed, or is not to be had. */
  readonly failure: Failure | null;
}

export interface Failure {
  readonly message: string;
  readonly stack: string;
}

/** A page at rest needs no engine. It is loaded when somebody is there, and then it stays. */
export interface EngineState {
  /** Null until it is there; until then nothing has happened that would need words. */
  readonly engine: Engine | null;
  readonly isEngineLoading: boolean;
}

/** The person's own run while a prepared one is shown instead. */
export interface PutAside {
  readonly ownRun: (Playback & Pick<Choices, 'selectedPartition'>) | null;
  /** What to watch in the prepared one, said at its start; null without such words. */
  readonly watch: string | null;
  /** The scene that is shown, a lesson's too; null for every other run. */
  readonly scene: Scene | null;
}

/** The lesson that is being taken, if any. */
export interface LessonState {
  readonly lesson: LessonRun | null;
  /** Id of the branch in which its present step began. */
  readonly lessonBranch: number;
}

/** How the person's predictions went, in this visit and in those before. */
export interface ScoreState {
  readonly score: Score;
}

/** What the address, or the page around this one, asked for. */
export interface Given {
  readonly ui: Ui;
  /** Null: the colours are the reader's to choose. */
  readonly theme: Parameters['theme'];
  /** What could not be understood, a sentence each. */
  readonly notes: readonly string[];
  /**
   * Opens the run that a file holds; what is wrong with it is said, and then the run is kept.
   * Returns whether it is open. Null until that can be done.
   */
  readonly openFile: ((file: File) => Promise<boolean>) | null;
  /** The address of the whole page as it would show this; null where there is to be no link. */
  readonly wholePage: ((state: HighwaterState) => string | undefined) | null;
}

/** What the person prefers; it changes nothing in the cluster. */
export interface Choices {
  /** Story seconds for each second of the frame loop. */
  readonly speed: number;
  /** False under reduced motion: an action then jumps to the next told moment. */
  readonly playsByItself: boolean;
  readonly selectedPartition: PartitionId;
  /** What was picked last, to be looked at closely; it need not be there at the moment shown. */
  readonly selected: Subject | null;
  readonly panel: PanelName;
  readonly isSpaceTimeShown: boolean;
  readonly leafing: Leafing;
  /** Null: the page as one person looks at it. */
  readonly presenting: Presenting | null;
}

/** What needs the engine waits for it, and is then done in the order in which it was asked for. */
export interface Actions {
  /** Begins to load the engine, unless it is there or under way. */
  readonly loadEngine: () => void;
  /**
   * Obeys a command after the moment shown, and plays on until the cluster has settled. When it
   * would change nothing, nothing happens and the refusal is returned.
   */
  readonly act: (command: Command) => Refusal | null;
  /**
   * Why a command would change nothing at the moment shown; null when it would, and while the
   * engine, which knows, is not there.
   */
  readonly refusalOf: (command: Command) => Refusal | null;
  readonly play: () => void;
  readonly pause: () => void;
  readonly togglePlay: () => void;
  /** Shows a story second, within what is recorded, and pauses. */
  readonly seek: (story: number) => void;
  /** Shows the next told moment, simulating on for it, or the end when there is none; pauses. */
  readonly stepForward: () => void;
  /** Shows the told moment before, or the start when there is none; pauses. */
  readonly stepBack: () => void;
  readonly toStart: () => void;
  readonly toEnd: () => void;
  /** Told by the frame loop how many seconds passed; moves the playhead while playing. */
  readonly advance: (seconds: number) => void;
  readonly setSpeed: (speed: number) => void;
  readonly setPlaysByItself: (playsByItself: boolean) => void;
  readonly selectPartition: (partition: PartitionId) => void;
  /** Picks something; a partition that it belongs to is then the selected one. Null: nothing. */
  readonly select: (subject: Subject | null) => void;
  readonly showPanel: (panel: PanelName) => void;
  readonly toggleSpaceTime: () => void;
  readonly leaf: (change: Partial<Leafing>) => void;
  /** Changes how the page is shown to an audience; null: as it is for one person. */
  readonly present: (change: Presenting | null) => void;
  /** Begins a run of a new cluster. With problems the present run goes on and they are returned. */
  readonly newCluster: (settings: Settings) => readonly SettingsProblem[];
  /**
   * Shows a prepared run from its start, standing still. The person's own run is put aside, and
   * `backToOwnRun` shows it again as it was.
   */
  readonly openScenario: (scenario: Scenario, watch?: string | null) => void;
  /** Shows a scene in the same way, without those whom it hides. */
  readonly openScene: (scene: Scene, watch?: string | null) => void;
  readonly backToOwnRun: () => void;
  /** Begins a lesson, or goes on where it was driven to; the person's own run is put aside. */
  readonly openLesson: (lesson: SpokenLesson, drive?: Drive) => void;
  readonly forgetScore: () => void;
  /** Leaves the lesson for the person's own run. */
  readonly leaveLesson: () => void;
  /** Picks an answer by its key, or none; it can still be changed. */
  readonly pickChoice: (key: string | null) => void;
  /** Locks an answer in; null: the learner would rather watch. */
  readonly lockPrediction: (key: string | null) => void;
  /** To the next step, once the present one is over. */
  readonly goOnInLesson: () => void;
  /** The moment at which the present step began, with nothing answered in it. */
  readonly beginStepAgain: () => void;
  /** Shows another branch at the same cluster time, or at its end; pauses. */
  readonly switchBranch: (id: number) => void;
}
