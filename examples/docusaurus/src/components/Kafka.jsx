import useBaseUrl from '@docusaurus/useBaseUrl';

/** A scene or a lesson of Highwater in a frame: `show` is the query of its address. */
export default function Kafka({ show, title }) {
  return (
    <iframe
      className="kafka"
      src={useBaseUrl('/highwater/embed.html') + '?' + show}
      title={title}
      loading="lazy"
      allow="fullscreen; clipboard-write"
    />
  );
}
