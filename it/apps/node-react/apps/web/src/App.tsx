import { useEffect, useState } from 'react';
import { recipe, titles, type Recipe, type Title } from './api';

export function App() {
  const [list, setList] = useState<Title[]>([]);
  const [shown, setShown] = useState<Recipe>();
  const [problem, setProblem] = useState('');

  useEffect(() => {
    titles().then(setList, (error: unknown) => setProblem(String(error)));
  }, []);

  const show = (id: number, guests: number) => {
    recipe(id, guests).then(setShown, (error: unknown) => setProblem(String(error)));
  };

  return (
    <main>
      <h1>Rezeptkasten</h1>
      {problem && <p role="alert">{problem}</p>}
      <ul>
        {list.map((title) => (
          <li key={title.id}>
            <button onClick={() => show(title.id, title.guests)}>{title.title}</button>
          </li>
        ))}
      </ul>
      {shown && (
        <section>
          <h2>
            {shown.title} for {shown.guests}
          </h2>
          <button onClick={() => show(shown.id, shown.guests + 1)}>One more guest</button>
          <ul>
            {shown.ingredients.map((i) => (
              <li key={i.name}>
                {i.amount} {i.unit} {i.name}
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
