import { useEffect, useState } from 'react';

export function Roofs() {
  const [roofs, setRoofs] = useState([]);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    fetch('/api/roofs')
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
      .then(setRoofs, (error) => setProblem(error.message));
  }, []);

  return (
    <main>
      <h1>Wetterhahn</h1>
      {problem && <p role="alert">The weather could not be read: {problem}</p>}
      <ul>
        {roofs.map((roof) => (
          <li key={roof.id}>
            {roof.name}: {roof.degrees} °C, wind from {roof.wind}
          </li>
        ))}
      </ul>
    </main>
  );
}
