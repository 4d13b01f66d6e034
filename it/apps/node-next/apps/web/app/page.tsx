import Link from 'next/link';
import { Lighthouses } from './lighthouses';

export default function Page() {
  return (
    <main>
      <h1>Leuchttürme</h1>
      <Lighthouses />
      <Link href="/signals">What the signals mean</Link>
    </main>
  );
}
