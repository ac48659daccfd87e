import { BranchSelect } from './BranchSelect';
import { Clock } from './Clock';
import { Scrubber } from './Scrubber';
import { SpeedSelect } from './SpeedSelect';
import { TransportButtons } from './TransportButtons';
import './transport.css';

export function Transport() {
  return (
    <section className="transport" aria-label="Playback">
      <TransportButtons />
      <div className="transportSelects">
        <SpeedSelect />
        <BranchSelect />
      </div>
      <Scrubber />
      <Clock />
    </section>
  );
}
