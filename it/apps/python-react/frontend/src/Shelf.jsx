import { useEffect, useState } from 'react';

export function Shelf() {
  const [onlyIn, setOnlyIn] = useState(false);
  const [books, setBooks] = useState([]);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    const controller = new AbortController();
    fetch(`/api/books/${onlyIn ? '?in=true' : ''}`, { signal: controller.signal })
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
      .then(setBooks)
      .catch((error) => controller.signal.aborted || setProblem(error.message));
    return () => controller.abort();
  }, [onlyIn]);

  return (
    <main>
      <h1>Dorfbücherei</h1>
      <label>
        <input type="checkbox" checked={onlyIn} onChange={(event) => setOnlyIn(event.target.checked)} /> in only
      </label>
      {problem && <p role="alert">The shelf could not be read: {problem}</p>}
      <ul>
        {books.map((book) => (
          <li key={book.mark}>
            {book.author}: {book.title} {book.reader && `(with ${book.reader})`}
          </li>
        ))}
      </ul>
    </main>
  );
}
