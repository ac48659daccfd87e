import useBaseUrl from '@docusaurus/useBaseUrl';

/** A scene of Highwater as part of the page; where no script runs, a picture that links to it. */
export default function KafkaFigure({ scene, alt }) {
  return (
    <kafka-replication scene={scene}>
      <a href={useBaseUrl('/highwater/index.html') + '?scene=' + scene}>
        <img src={useBaseUrl(`/highwater/posters/${scene}.webp`)} alt={alt} />
      </a>
    </kafka-replication>
  );
}
