/* global Reveal */
Reveal.initialize({
  width: 1280,
  height: 720,
  margin: 0.02,
  hash: true,
  // What is typed in a figure is for the figure.
  keyboardCondition: (event) => !event.target.closest('kafka-replication'),
});
