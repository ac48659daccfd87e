/* global Reveal */
Reveal.initialize({
  width: 1280,
  height: 720,
  margin: 0.02,
  hash: true,
  // The arrows would lie over the playback.
  controls: false,
  // What is typed in a figure is for the figure.
  keyboardCondition: (event) => !event.target.closest('kafka-replication'),
});

// A figure whose slide is left stands still and gives the keys back.
Reveal.on('slidechanged', ({ previousSlide }) => {
  previousSlide?.querySelectorAll('kafka-replication').forEach((figure) => figure.pause());
  document.activeElement.blur();
});
