import { Picture } from './Picture';

interface RunHandoutProps {
  readonly picture: string;
  readonly transcript: string;
}

/** A run on paper: the moment that is shown, and all that was told. */
export function RunHandout({ picture, transcript }: RunHandoutProps) {
  return (
    <>
      <h1>A run of Highwater</h1>
      <Picture svg={picture} />
      <pre>{transcript}</pre>
    </>
  );
}
