import { KafkaReplication } from './KafkaReplication';

// A page may name the script twice.
if (!customElements.get('kafka-replication'))
  customElements.define('kafka-replication', KafkaReplication);
