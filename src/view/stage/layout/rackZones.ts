import type { BrokerId, Table } from '../../../sim/ids';
import { type Box, bottom, right } from './geometry';
import type { BrokerPlace, BrokerRequest, RackZone } from './stageLayout';

/** How far a zone reaches beyond its brokers: less than half of the narrowest gutter. */
const REACH = 9;

/** The zones of the racks. Brokers keep their order: a rack that is interleaved has several. */
export function rackZones(
  brokers: readonly BrokerRequest[],
  places: Table<BrokerId, BrokerPlace>,
  strip: number,
): readonly RackZone[] {
  const isColumn = Object.values(places).every((place) => place?.column === 0);
  const runs: { readonly rack: string; readonly places: BrokerPlace[] }[] = [];
  let before: BrokerPlace | null = null;
  for (const { id, rack } of brokers) {
    const place = places[id];
    if (!place) continue;
    const run = runs.at(-1);
    const isNeighbour: boolean = before !== null && (isColumn || before.band === place.band);
    const goesOn = run !== undefined && run.rack === rack && run.places.at(-1) === before;
    before = place;
    if (rack === null) continue;
    if (goesOn && isNeighbour) run.places.push(place);
    else runs.push({ rack, places: [place] });
  }
  return runs.map(({ rack, places: run }) => zoneAround(rack, run, strip));
}

function zoneAround(rack: string, places: readonly BrokerPlace[], strip: number): RackZone {
  const box = around(places);
  const label = { x: box.x, y: bottom(box), width: box.width, height: strip };
  return {
    rack,
    label: { ...label, width: places[0]?.width ?? box.width },
    x: box.x - REACH,
    y: box.y - REACH,
    width: box.width + 2 * REACH,
    height: box.height + REACH + strip,
  };
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map(right)) - x;
  return { x, y, width, height: Math.max(...boxes.map(bottom)) - y };
}
