import type { ReactNode, Ref } from 'react';
import { InSteps, useHighwater } from '../store/HighwaterContext';
import { Caption } from './caption/Caption';
import { FailureBoundary } from './failure/FailureBoundary';
import { Later } from './later/Later';
import { seldom } from './later/seldom';
import { renderBrokerMenu, renderClientMenu, renderPartitionMenu } from './menus/renderMenus';
import { PartitionLooks } from './PartitionLooks';
import type { PresentLayerProps } from './present/PresentLayer';
import { Stage, type StageProps } from './stage/Stage';
import type { LoadHistory } from './transport/loadHistory';
import { Transport } from './transport/Transport';
import { useSurroundings } from './surroundings';
import type { Deeds } from './useDeeds';
import { usePrefersReducedMotion } from './usePrefersReducedMotion';
import { useSize } from './useSize';
import { useStageHeight } from './useStageHeight';
import { typeStyle, useType } from './useType';

const loadLessonCard = async () => (await import('./lesson/loadLessonParts')).loadLessonCard();
const loadMarks = async () => (await import('./lesson/loadLessonParts')).loadLessonMarks();
const loadStepsBar = async () => (await import('./given/StepsBar')).StepsBar;

/** Nobody misses it who sees the picture, so that it need not be there from the start. */
const Summary = seldom(async () => (await import('./summary/Summary')).Summary);

const renderMarks: StageProps['renderMarks'] = (layout, world) => (
  <Later what="The rings of the lesson" load={loadMarks} onLeave={() => undefined} letsDrawingFail>
    {(LessonMarks) => <LessonMarks layout={layout} world={world} />}
  </Later>
);

/** What boxes and rows show need not be sooner for any eye. Messages do not wait for it. */
const STAGE_STEP = { seconds: 0.04, moves: 4, rest: 14 };
/** Of those steps: faster than that nobody reads. */
const WORDS_STEP = { seconds: 1 / 8, moves: 1 };
/**
 * Lists are read more slowly, and a hand on the scrubber looks at the stage. Where that is slow to
 * draw, they do not come with each of its steps.
 */
const PANEL_STEP = { seconds: 1 / 4, moves: 2, putOff };
/** Nor does anybody listen. */
const HEARD_STEP = { seconds: 1, moves: 1, putOff };
const PUT_OFF_MS = 60;

function putOff(show: () => void): () => void {
  const timer = setTimeout(show, PUT_OFF_MS);
  return () => clearTimeout(timer);
}

/** What a figure can do without. */
export interface FigureParts {
  /** What it is in its page. */
  readonly tag: 'main' | 'section';
  /** What is beside the stage. */
  readonly panel: ReactNode;
  /** What is below it, where that is asked for. */
  readonly spaceTime: ReactNode;
  readonly loadHistory: LoadHistory | null;
  /** What is for an audience, on a stage of this size. */
  readonly renderPresenting: (stage: PresentLayerProps) => ReactNode;
}

interface FigureProps {
  readonly figureRef: Ref<HTMLElement>;
  readonly deeds: Deeds;
  readonly scenarioText: () => string;
  readonly parts: FigureParts;
}

/** The picture and all that moves it. Keys act while something in here has the focus. */
export function Figure({ figureRef, deeds, scenarioText, parts }: FigureProps) {
  const [measure, { width, height }] = useSize();
  // The diagram may take the place of the stage.
  const type = useType(width || window.innerWidth);
  const needed = useStageHeight(width, type);
  const reducedMotion = usePrefersReducedMotion();
  const isSpaceTimeShown = useHighwater((state) => state.isSpaceTimeShown);
  const isTaught = useHighwater((state) => state.lesson !== null);
  const presenting = useHighwater((state) => state.presenting);
  const isBusy = useHighwater((state) => state.isEngineLoading);
  return (
    <parts.tag
      ref={figureRef}
      className="figure"
      data-space-time={isSpaceTimeShown}
      data-taught={isTaught}
      data-presented={presenting !== null}
      data-bare={presenting?.isBare}
      data-large={type > 1}
      style={typeStyle(type)}
      // Keys act while the figure has the focus, so it can have it.
      tabIndex={0}
      aria-label={useFigureName()}
      aria-busy={isBusy}
    >
      <InSteps step={STAGE_STEP}>
        <SummaryBox />
        <PartitionLooks>
          <div ref={measure} className="stageBox" style={{ height: needed ?? undefined }}>
            <FailureBoundary scenarioText={scenarioText}>
              {width > 0 && (
                <Stage
                  width={width}
                  height={height}
                  type={type}
                  reducedMotion={reducedMotion}
                  onProduce={deeds.produce}
                  onToggleLoad={deeds.toggleLoad}
                  renderBrokerMenu={renderBrokerMenu}
                  renderPartitionMenu={renderPartitionMenu}
                  renderClientMenu={renderClientMenu}
                  renderMarks={isTaught ? renderMarks : undefined}
                />
              )}
            </FailureBoundary>
          </div>
          <Words notice={deeds.notice} parts={parts} stage={{ width, height, type }} />
        </PartitionLooks>
      </InSteps>
    </parts.tag>
  );
}

/** With what tells it from others on the same page. */
function useFigureName(): string {
  const { number } = useSurroundings();
  const shown = useHighwater((state) => state.lesson?.lesson.id ?? state.scene?.id);
  return `Kafka cluster${number > 1 ? ` ${number}` : ''}${shown ? `: ${shown}` : ''}`;
}

interface WordsProps extends Pick<Deeds, 'notice'>, Pick<FigureProps, 'parts'> {
  readonly stage: PresentLayerProps;
}

/** All that is read rather than seen. */
function Words({ notice, parts, stage }: WordsProps) {
  const isSpaceTimeShown = useHighwater((state) => state.isSpaceTimeShown);
  const isPresented = useHighwater((state) => state.presenting !== null);
  const ui = useHighwater((state) => state.ui);
  return (
    <InSteps step={WORDS_STEP}>
      <CaptionBox notice={notice} />
      <InSteps step={PANEL_STEP}>
        {isSpaceTimeShown && parts.spaceTime}
        {parts.panel}
      </InSteps>
      {ui === 'steps' ? <StepsBox /> : <Transport loadHistory={parts.loadHistory} />}
      {isPresented && parts.renderPresenting(stage)}
    </InSteps>
  );
}

function CaptionBox({ notice }: Pick<Deeds, 'notice'>) {
  const isTaught = useHighwater((state) => state.lesson !== null);
  return (
    <div className="captionBox">
      {isTaught && <LessonBox />}
      <Caption notice={notice} />
    </div>
  );
}

function StepsBox() {
  return (
    <Later what="The way on" load={loadStepsBar} onLeave={() => undefined}>
      {(StepsBar) => <StepsBar />}
    </Later>
  );
}

function SummaryBox() {
  return (
    <InSteps step={HEARD_STEP}>
      <Summary />
    </InSteps>
  );
}

function LessonBox() {
  const leave = useHighwater((state) => state.leaveLesson);
  return (
    <Later what="The lesson" load={loadLessonCard} onLeave={leave} letsDrawingFail>
      {(LessonCard) => <LessonCard />}
    </Later>
  );
}
