'use client';

import { useEffect, useState } from 'react';

interface Lighthouse {
  id: number;
  name: string;
  signal: string;
  metres: number;
}

export function Lighthouses() {
  const [list, setList] = useState<Lighthouse[]>();
  const [problem, setProblem] = useState('');

  useEffect(() => {
    fetch('/api/lighthouses')
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(`${response.status}`))))
      .then(setList, (error: Error) => setProblem(error.message));
  }, []);

  if (problem) return <p role="alert">The lighthouses could not be read: {problem}</p>;
  if (!list) return <p>Waiting for the dark…</p>;
  return (
    <ul>
      {list.map((lighthouse) => (
        <li key={lighthouse.id}>
          {lighthouse.name}, {lighthouse.metres} m: {lighthouse.signal}
        </li>
      ))}
    </ul>
  );
}
