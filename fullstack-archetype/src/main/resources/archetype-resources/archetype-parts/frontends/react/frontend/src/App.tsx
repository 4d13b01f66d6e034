import { type FormEvent, useEffect, useState } from 'react';
import { greet, greetings, type Greeting } from './api/client';

export function App() {
  const [list, setList] = useState<Greeting[]>();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    greetings().then(setList, (error: unknown) => setFailure(String(error)));
  }, []);

  async function send(event: FormEvent) {
    event.preventDefault();
    try {
      const greeting = await greet(text);
      setList((before = []) => [...before, greeting]);
      setText('');
      setFailure(undefined);
    } catch (error) {
      setFailure(String(error));
    }
  }

  return (
    <main>
      <h1>Greetings</h1>
      {failure && <p role="alert">{failure}</p>}
      {list === undefined ? (
        !failure && <p>Loading…</p>
      ) : (
        <ul>
          {list.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      <form onSubmit={send}>
        <label htmlFor="text">Your greeting</label>
        <input id="text" value={text} maxLength={200} required onChange={(event) => setText(event.target.value)} />
        <button>Send</button>
      </form>
    </main>
  );
}
