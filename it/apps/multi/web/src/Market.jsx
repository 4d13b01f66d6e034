import { useEffect, useState } from 'react';

async function ask(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
  return response.json();
}

export function Market() {
  const [things, setThings] = useState([]);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    ask('/api/stock/things')
      .then((all) =>
        Promise.all(all.map(async (thing) => ({ ...thing, ...(await ask(`/api/prices/${thing.id}`)) }))),
      )
      .then(setThings, (error) => setProblem(error.message));
  }, []);

  return (
    <main>
      <h1>Flohmarkt</h1>
      {problem && <p role="alert">{problem}</p>}
      <ul>
        {things.map((thing) => (
          <li key={thing.id}>
            Table {thing.table}: {thing.name}, {thing.price.toFixed(2)}
          </li>
        ))}
      </ul>
    </main>
  );
}
