const MEANINGS = [
  ['Fl', 'Blitz', 'dark for longer than it shines'],
  ['Fl(2)', 'Blitzgruppe', 'two flashes, then dark'],
  ['Iso', 'Gleichtakt', 'as long dark as bright'],
  ['Oc', 'Unterbrochen', 'bright for longer than it is dark'],
] as const;

export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <main>
      <h1>Signals</h1>
      <dl>
        {MEANINGS.map(([short, name, meaning]) => (
          <div key={short}>
            <dt>
              {short}: {name}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>As of {new Date().toISOString().slice(0, 10)}.</p>
    </main>
  );
}
