import { useState } from 'react';
import { townChoices } from './api/client';
import { TownDetails } from './TownDetails';
import { TownSelect } from './TownSelect';
import { useAnswer } from './useAnswer';

export function App() {
  const choices = useAnswer(townChoices);
  const [selected, setSelected] = useState<number>();

  return (
    <main>
      <h1>Mapa KMs</h1>
      {choices.state === 'waiting' && <p>Loading the towns…</p>}
      {choices.state === 'failed' && <p role="alert">The towns could not be loaded: {choices.message}</p>}
      {choices.state === 'here' && (
        <>
          <p>{choices.value.length} towns, and how far they are from each other.</p>
          <TownSelect id="town" label="Town" towns={choices.value} selected={selected} onSelect={setSelected} />
          {selected !== undefined && <TownDetails id={selected} towns={choices.value} />}
        </>
      )}
    </main>
  );
}
