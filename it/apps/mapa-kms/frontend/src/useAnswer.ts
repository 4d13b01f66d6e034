import { useEffect, useState } from 'react';

type Answer<T> = { state: 'waiting' } | { state: 'here'; value: T } | { state: 'failed'; message: string };

/** Asks again whenever `ask` changes (so memoise it), and forgets answers to questions that are no longer asked. */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'waiting' });

  useEffect(() => {
    const controller = new AbortController();
    setAnswer({ state: 'waiting' });
    ask(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setAnswer({ state: 'here', value });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setAnswer({ state: 'failed', message: String(error) });
      },
    );
    return () => controller.abort();
  }, [ask]);

  return answer;
}
