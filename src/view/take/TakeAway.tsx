import { TakeClip } from './TakeClip';
import { TakeHandout } from './TakeHandout';
import { TakePicture } from './TakePicture';
import { TakeWords } from './TakeWords';
import './take.css';

/** Pictures, clips and words of the run, to be kept. */
export function TakeAway() {
  return (
    <>
      <TakePicture />
      <TakeClip />
      <TakeWords />
      <TakeHandout />
    </>
  );
}
