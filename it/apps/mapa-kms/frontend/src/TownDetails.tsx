import { useCallback, useState } from 'react';
import { distance, town, type TownChoice } from './api/client';
import { TownSelect } from './TownSelect';
import { useAnswer } from './useAnswer';

export function TownDetails({ id, towns }: { id: number; towns: TownChoice[] }) {
  const details = useAnswer(useCallback((signal: AbortSignal) => town(id, signal), [id]));
  const [destination, setDestination] = useState<number>();

  if (details.state === 'waiting') return <p>Loading…</p>;
  if (details.state === 'failed') return <p role="alert">{details.message}</p>;

  const { name, region, latitude, longitude } = details.value;
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <dl>
        <dt>Region</dt>
        <dd>{region}</dd>
        <dt>Position</dt>
        <dd>
          {degrees(latitude, 'N', 'S')}, {degrees(longitude, 'E', 'W')}
        </dd>
      </dl>
      <TownSelect
        id="destination"
        label="Distance to"
        towns={towns.filter((other) => other.id !== id)}
        selected={destination}
        onSelect={setDestination}
      />
      {destination !== undefined && destination !== id && <Kilometres from={id} to={destination} />}
    </section>
  );
}

function Kilometres({ from, to }: { from: number; to: number }) {
  const answer = useAnswer(useCallback((signal: AbortSignal) => distance(from, to, signal), [from, to]));

  if (answer.state === 'waiting') return <p>…</p>;
  if (answer.state === 'failed') return <p role="alert">{answer.message}</p>;
  return <output>{answer.value.kilometres.toFixed(1)} km</output>;
}

function degrees(value: number, positive: string, negative: string) {
  return `${Math.abs(value).toFixed(4)}° ${value < 0 ? negative : positive}`;
}
