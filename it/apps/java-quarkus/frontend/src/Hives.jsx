import { useEffect, useState } from 'react';

export function Hives() {
  const [hives, setHives] = useState([]);

  useEffect(() => {
    fetch('/api/hives')
      .then((answer) => answer.json())
      .then(setHives);
  }, []);

  return (
    <main>
      <h1>Imkerei</h1>
      <ul>
        {hives.map((hive) => (
          <li key={hive.id}>
            {hive.name}: {hive.kilograms} kg
          </li>
        ))}
      </ul>
    </main>
  );
}
